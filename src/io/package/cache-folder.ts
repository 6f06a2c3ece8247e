import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";

/**
 * Returns the folder for what may be lost: beside what the package manager keeps, so that git ignores it and it goes
 * when that goes; the user's own cache where no folder above has a `node_modules`.
 *
 * @param from - absolute path of the folder whose surroundings count
 */
export function findCacheFolder(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const modules = path.join(folder, "node_modules");
    if (fs.statSync(modules, { throwIfNoEntry: false })?.isDirectory()) {
      return path.join(modules, ".cache", "claimsmith");
    }
    if (folder === path.dirname(folder)) return path.join(userCache(), "claimsmith");
  }
}

/** XDG Base Directory Specification: a relative XDG_CACHE_HOME is to be ignored. */
function userCache(): string {
  const configured = process.env.XDG_CACHE_HOME;
  return configured !== undefined && path.isAbsolute(configured) ? configured : path.join(os.homedir(), ".cache");
}
