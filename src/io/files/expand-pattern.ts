import fs from "node:fs";
import path from "node:path";
import { hasWildcard, matchesWildcard } from "../../text/wildcard.js";
import { compareCodeUnits } from "./paths.js";
import { isAbsence, toFileSystemError } from "./system-error.js";

/**
 * Returns the paths that a pattern matches, absolute, each once, sorted by code unit. Between slashes `*` stands for any
 * characters and `?` for one; a part that is `**` stands for any number of folders. A wildcard matches no name that begins
 * with a dot, and no `node_modules`; `**` follows no links.
 *
 * @param folder - absolute path that the pattern is relative to
 * @throws {FileSystemError} `cannot_read`, where the system does not let us look
 */
export function expandPattern(folder: string, pattern: string): readonly string[] {
  const { root } = path.parse(pattern);
  const parts = pattern
    .slice(root.length)
    .split("/")
    .filter((part, index, all) => part !== "" && part !== "." && (part !== "**" || all[index - 1] !== "**"));
  return [...new Set(matches(root === "" ? folder : root, parts))].sort(compareCodeUnits);
}

function matches(folder: string, [part, ...rest]: readonly string[]): readonly string[] {
  if (part === undefined) return [folder];
  if (part === "**") {
    const below = entries(folder).filter((entry) => entry.isDirectory());
    return [
      ...matches(folder, rest),
      ...below.flatMap(({ name }) => matches(path.join(folder, name), ["**", ...rest])),
    ];
  }
  if (hasWildcard(part)) {
    const named = entries(folder).filter(({ name }) => matchesWildcard(name, part));
    return named.flatMap(({ name }) => matches(path.join(folder, name), rest));
  }
  const next = path.join(folder, part);
  return fs.existsSync(next) ? matches(next, rest) : [];
}

/** What a wildcard may stand for in a folder; nothing where there is no such folder. */
function entries(folder: string): readonly fs.Dirent[] {
  try {
    const all = fs.readdirSync(folder, { withFileTypes: true });
    return all.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  } catch (error) {
    if (isAbsence(error)) return [];
    throw toFileSystemError(error, "cannot_read", folder);
  }
}
