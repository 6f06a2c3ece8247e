import fs from "node:fs";
import path from "node:path";
import { ConfigError } from "../../errors.js";
import { showPath } from "../files/paths.js";
import { isAbsence, toFileSystemError } from "../files/system-error.js";

/** The name under which the config is looked for. */
export const CONFIG_NAME = "claims.config.json";

/**
 * Returns the absolute path of the config: the file that was named, else `claims.config.json` in the
 * working directory or the nearest parent that has one.
 *
 * @param cwd - absolute path of the working directory
 * @param explicit - what `--config` says, relative to the working directory
 * @throws {ConfigError} `config_not_found`
 * @throws {FileSystemError} `cannot_read`, where the system does not let us look
 */
export function findConfig(cwd: string, explicit?: string): string {
  return explicit === undefined ? searchUpwards(cwd) : resolveExplicit(cwd, explicit);
}

function searchUpwards(cwd: string): string {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIG_NAME);
    if (kindOf(candidate) === "file") return candidate;
    if (folder === path.dirname(folder)) break;
  }
  throw new ConfigError("config_not_found", `There is no ${CONFIG_NAME} in this folder or above it.`, {
    at: { file: CONFIG_NAME },
    hint: "Run `claimsmith init` to write one, or name the file with `--config FILE`.",
  });
}

function resolveExplicit(cwd: string, explicit: string): string {
  const file = path.resolve(cwd, explicit);
  // An empty name would resolve to the working directory itself, and a NUL ends a name for the system.
  const kind = explicit === "" || explicit.includes("\0") ? null : kindOf(file);
  if (kind === "file") return file;
  const inFolder = path.join(file, CONFIG_NAME);
  if (kind === "folder") {
    throw new ConfigError("config_not_found", `${showPath(file)} is a folder and not a config file.`, {
      at: { file: explicit },
      expected: "the path of a config file",
      hint:
        kindOf(inFolder) === "file"
          ? `Name the file in it: \`--config ${showPath(inFolder)}\`.`
          : "Run `claimsmith init` to write a config.",
    });
  }
  throw new ConfigError("config_not_found", `The config file ${JSON.stringify(explicit)} does not exist.`, {
    at: { file: explicit },
    expected: "the path of a config file",
    hint: "Check the path, or run `claimsmith init` to write a config.",
  });
}

/** A character device such as /dev/stdin counts as a file here; reading it is refused later, by name. */
function kindOf(file: string): "file" | "folder" | null {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? null : stat.isDirectory() ? "folder" : "file";
  } catch (error) {
    // Below a file, where there can be nothing.
    if (isAbsence(error)) return null;
    throw toFileSystemError(error, "cannot_read", file);
  }
}
