import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { toFileSystemError } from "./system-error.js";

/**
 * Writes a file in one step: a reader sees the old text or the new one, also after a crash. Permissions stay; of a link,
 * the file that it leads to is replaced.
 *
 * @param file - absolute path; its folder has to exist
 * @throws {FileSystemError} `cannot_write`
 */
export function replaceFile(file: string, text: string): void {
  let staged: string | null = null;
  try {
    const old = fs.statSync(file, { throwIfNoEntry: false });
    const target = old === undefined ? file : fs.realpathSync(file);
    staged = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString("hex")}`);
    fs.writeFileSync(staged, text, { flag: "wx" });
    if (old !== undefined) fs.chmodSync(staged, old.mode);
    fs.renameSync(staged, target);
  } catch (error) {
    if (staged !== null) fs.rmSync(staged, { force: true });
    throw toFileSystemError(error, "cannot_write", file);
  }
}
