import fs from "node:fs";
import path from "node:path";
import { showPath } from "../files/paths.js";
import { systemCode, toFileSystemError } from "../files/system-error.js";

/** A file to be written, and who may read it. */
export interface KeyFile {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  /** `owner`: nobody else may read or write it (mode 600). `all`: everybody may read it (mode 644). */
  readonly readers: "owner" | "all";
}

const MODES = { owner: 0o600, all: 0o644 } as const;

/**
 * Writes files that must not exist yet, all or none; folders are made where they are missing. A file has its permissions
 * from the moment it exists, so that no other process can open it in between, and a link in its place is not followed.
 *
 * @returns null, or the path (as messages show it) of a file that exists already; then nothing was written
 * @throws {FileSystemError} `cannot_write`
 */
export function writeKeyFiles(files: readonly KeyFile[]): string | null {
  const written: string[] = [];
  for (const { file, text, readers } of files) {
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      writeNew(file, text, MODES[readers], () => written.push(file));
    } catch (error) {
      for (const one of written) fs.rmSync(one, { force: true });
      // A file in the place of the folder is EEXIST too: then nothing of this name exists.
      if (systemCode(error) === "EEXIST" && isThere(file)) return showPath(file);
      throw toFileSystemError(error, "cannot_write", file);
    }
  }
  return null;
}

function writeNew(file: string, text: string, mode: number, created: () => void): void {
  const descriptor = fs.openSync(file, "wx", mode);
  try {
    created();
    // The process's umask may have taken more away than was meant.
    fs.fchmodSync(descriptor, mode);
    fs.writeFileSync(descriptor, text);
    // A key that is lost in a crash cannot be made again.
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function isThere(file: string): boolean {
  try {
    return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
