import { hash } from "node:crypto";

/** A file and the SHA-256 (hex) of its bytes. */
export interface FileDigest {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Returns the SHA-256 of some bytes, in lower-case hex.
 *
 * @param content - bytes, or text, which counts as its UTF-8 form
 */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
