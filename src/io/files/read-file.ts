import fs from "node:fs";
import { FileSystemError } from "../../errors.js";
import { showPath } from "./paths.js";
import { toFileSystemError } from "./system-error.js";

/** The most that a config or schema file may hold: 32 MiB. Beyond that it is no text that people keep. */
export const MAX_INPUT_BYTES = 33_554_432;

/**
 * Returns the bytes of a config or schema file.
 *
 * @param file - absolute path
 * @throws {FileSystemError} `cannot_read`: not there, a folder, a pipe, over 32 MiB, or refused by the system
 */
export function readInputFile(file: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    return readBounded(descriptor, file);
  } catch (error) {
    throw toFileSystemError(error, "cannot_read", file);
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

function readBounded(descriptor: number, file: string): Uint8Array {
  const stat = fs.fstatSync(descriptor);
  if (!stat.isFile()) {
    const what = stat.isDirectory() ? "a folder" : "a device, pipe or socket";
    throw new FileSystemError("cannot_read", `Cannot read ${showPath(file)}: it is ${what}.`, {
      at: { file: showPath(file) },
      expected: "a file",
    });
  }
  if (stat.size > MAX_INPUT_BYTES) {
    throw new FileSystemError("cannot_read", `Cannot read ${showPath(file)}: it is larger than 32 MiB.`, {
      at: { file: showPath(file) },
      expected: "a text file of at most 32 MiB",
    });
  }
  return fs.readFileSync(descriptor);
}
