import fs from "node:fs";
import path from "node:path";
import { FileSystemError } from "../../errors.js";
import { openDescriptor } from "../files/open-descriptor.js";
import { showPath } from "../files/paths.js";
import { toFileSystemError } from "../files/system-error.js";

/** What is read at most: enough to tell that something is longer than any token, in UTF-16 too. */
const MAX_BYTES = 2_097_160;

/** A folder of such a name says nothing against a token. */
const BEGINS_LIKE_A_TOKEN = /^ey[A-Za-z0-9_-]/;

const EXPECTED = "a token, the name of a file that holds one, or - for the standard input";

/** Longer arguments are no file names. */
const LONGEST_PATH = 1024;

/**
 * The text that an argument stands for: `-` for the standard input, the name of a file for what it holds, anything else
 * for itself. Of a long input only the beginning is read, which is longer than any token.
 *
 * @param cwd - the folder that file names are relative to
 * @param input - the standard input
 * @throws {FileSystemError} `cannot_read`
 */
export async function readTokenInput(
  argument: string,
  cwd: string,
  input: AsyncIterable<Uint8Array | string>,
): Promise<string> {
  if (argument === "-") return decode(await readStream(input));
  const file = path.resolve(cwd, argument);
  if (argument === "" || argument.length > LONGEST_PATH || argument.includes("\0")) return argument;
  const handed = openDescriptor(file);
  if (handed !== null) return decode(await readStream(handed));
  const kind = kindOf(file);
  if (kind === "file") return decode(readStart(file));
  if (kind !== null && !BEGINS_LIKE_A_TOKEN.test(argument)) {
    throw new FileSystemError("cannot_read", `Cannot read ${showPath(file)}: it is ${kind}.`, {
      at: { file: showPath(file) },
      expected: EXPECTED,
    });
  }
  if (!looksLikeFile(argument)) return argument;
  throw new FileSystemError("cannot_read", `Cannot read ${showPath(file)}: there is no such file.`, {
    at: { file: showPath(file) },
    expected: EXPECTED,
  });
}

/** What stands under a name; null where nothing does, or nothing that may be looked at. */
function kindOf(file: string): "file" | "a folder" | "a device, pipe or socket" | null {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() ? "file" : stat.isDirectory() ? "a folder" : "a device, pipe or socket";
  } catch {
    return null;
  }
}

/** Tokens have dots too, but none ends in the letters of a file type, or begins in a folder. */
function looksLikeFile(argument: string): boolean {
  return /^[^\s]{0,255}[^.\s]\.(?:jwt|jws|token|txt|json)$/i.test(argument) || /^\.{1,2}[\\/][^\s]*$/.test(argument);
}

function readStart(file: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const bytes = new Uint8Array(Math.min(MAX_BYTES, fs.fstatSync(descriptor).size));
    let length = 0;
    while (length < bytes.length) {
      const read = fs.readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    throw toFileSystemError(error, "cannot_read", file);
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

async function readStream(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Text in UTF-8, or in UTF-16 where it says so itself, as shells on Windows write it. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder().decode(bytes);
}
