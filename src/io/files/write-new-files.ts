import fs from "node:fs";
import path from "node:path";
import { showPath } from "./paths.js";
import { systemCode, toFileSystemError } from "./system-error.js";

/**
 * Writes files that must not exist yet, all or none.
 *
 * @param folder - absolute path; made where it does not exist
 * @param files - path relative to the folder, with `/`, to text
 * @returns null, or the path (as messages show it) of a file that exists already; then nothing was written
 * @throws {FileSystemError} `cannot_write`
 */
export function writeNewFiles(folder: string, files: ReadonlyMap<string, string>): string | null {
  const targets = [...files].map(([file, text]) => ({ target: path.join(folder, file), text }));
  const existing = targets.find(({ target }) => isThere(target));
  if (existing !== undefined) return showPath(existing.target);

  const written: string[] = [];
  for (const { target, text } of targets) {
    try {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text, { flag: "wx" });
      written.push(target);
    } catch (error) {
      for (const file of written) fs.rmSync(file, { force: true });
      if (systemCode(error) === "EEXIST" && fs.existsSync(target)) return showPath(target);
      throw toFileSystemError(error, "cannot_write", target);
    }
  }
  return null;
}

function isThere(target: string): boolean {
  try {
    return fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw toFileSystemError(error, "cannot_write", target);
  }
}
