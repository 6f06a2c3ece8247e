import type { JWK } from "jose";
import type { SignedHeader } from "../engine/crypto-engine.js";
import { sign } from "../engine/platform-engine.js";
import { findSigningKey } from "../keys/issue-keys.js";

/** A token of a header and a payload as they stand, however wrong; the key is one for the header's `alg`. */
export async function signPayload(header: SignedHeader, payload: string, key: JWK | Uint8Array): Promise<string> {
  const found = await findSigningKey(key, [header.alg], null);
  return sign(header, payload, found.key);
}

/** The base64url form of a text in UTF-8. */
export function encodeText(text: string): string {
  return encodeBytes(new TextEncoder().encode(text));
}

/** The base64url form of bytes (RFC 7515 section 2). */
export function encodeBytes(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
