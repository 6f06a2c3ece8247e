import { FileSystemError } from "../../errors.js";
import { MAX_INPUT_BYTES } from "./read-file.js";
import { toFileSystemError } from "./system-error.js";

/**
 * Returns all that a stream gives.
 *
 * @param name - what the stream is called in errors
 * @throws {FileSystemError} `cannot_read`: over 32 MiB, or refused by the system
 */
export async function readStream(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > MAX_INPUT_BYTES) {
        throw new FileSystemError("cannot_read", `Cannot read ${name}: it is larger than 32 MiB.`, {
          at: { file: name },
          expected: "a text of at most 32 MiB",
        });
      }
      chunks.push(bytes);
    }
  } catch (error) {
    throw toFileSystemError(error, "cannot_read", name);
  }
  return Buffer.concat(chunks);
}
