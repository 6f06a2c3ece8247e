import fs from "node:fs";
import path from "node:path";
import { ConfigError } from "../../errors.js";
import { hasWildcard } from "../../text/wildcard.js";
import { expandPattern } from "../files/expand-pattern.js";
import { CONFIG_NAME, findConfig } from "./find-config.js";

/**
 * Returns the absolute paths of the configs that were named, in that order, each once, by whatever names it was given.
 *
 * @param cwd - absolute path of the working directory
 * @param words - config files, folders that hold a claims.config.json, and patterns of either with `*`, `?` and `**`
 * @throws {ConfigError} `config_not_found`, where one of the words leads to no config
 * @throws {FileSystemError} `cannot_read`, where the system does not let us look
 */
export function findConfigs(cwd: string, words: readonly string[]): readonly string[] {
  const found = words.flatMap((word) => configsOf(cwd, word));
  const known = new Set<string>();
  return found.filter((file) => {
    const real = fs.realpathSync(file);
    return !known.has(real) && known.add(real);
  });
}

function configsOf(cwd: string, word: string): readonly string[] {
  const named = path.resolve(cwd, word);
  // A name that is there is meant as it stands, also where it has an asterisk in it.
  if (!hasWildcard(word) || word.includes("\0") || fs.existsSync(named)) {
    const inFolder = path.join(named, CONFIG_NAME);
    const isFolder = word !== "" && !word.includes("\0") && isFile(inFolder);
    return [findConfig(cwd, isFolder ? inFolder : word)];
  }
  // `packages/*` is meant for the folders; `packages/*/*.json` for files.
  const isForFolders = /(?:^|\/)\*+\/?$/.test(word);
  const found = expandPattern(cwd, word).flatMap((file) => {
    const inFolder = path.join(file, CONFIG_NAME);
    if (isFile(inFolder)) return [inFolder];
    return !isForFolders && isFile(file) ? [file] : [];
  });
  if (found.length > 0) return found;
  throw new ConfigError("config_not_found", `The pattern ${JSON.stringify(word)} matches no config file.`, {
    at: { file: word },
    expected: `a pattern of config files, as in "packages/*/${CONFIG_NAME}", or of folders that hold one`,
    hint: "Check the path, or run `claimsmith init DIR` to write a config.",
  });
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
