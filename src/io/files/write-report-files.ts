import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "./replace-file.js";
import { toFileSystemError } from "./system-error.js";

/**
 * Writes texts into a folder, each file whole or not at all; what stood there under the same name is replaced. The folder
 * is made where there is none.
 *
 * @param folder - absolute path
 * @param texts - by file name
 * @throws {FileSystemError} `cannot_write`
 */
export function writeReportFiles(folder: string, texts: ReadonlyMap<string, string>): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toFileSystemError(error, "cannot_write", folder);
  }
  for (const [name, text] of texts) replaceFile(path.join(folder, name), text);
}
