import type { EncodedToken } from "./crypto-engine.js";
import { parseJsonObject } from "./json-members.js";
import { recallHeader, rememberHeader } from "./known-headers.js";
import { engine } from "./platform-engine.js";
import { refuse } from "./refuse.js";

/** A token cut in its three parts, as they came. */
export interface CutToken {
  readonly encodedHeader: string;
  readonly encodedPayload: string;
  readonly encodedSignature: string;
}

/** A token with its parts decoded and the header read. Nothing in it can be trusted yet. */
export interface DecodedToken extends EncodedToken, CutToken {
  readonly header: Record<string, unknown>;
  /** The payload's bytes. */
  readonly payload: Uint8Array;
}

/**
 * Cuts a token and reads its header, before any work on its signature (RFC 7519 section 7.2, steps 1 to 4).
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export function decodeToken(token: unknown, maxTokenBytes: number): DecodedToken {
  const { encodedHeader, encodedPayload, encodedSignature } = cutToken(token, maxTokenBytes);
  const payload = decodePart(encodedPayload, "payload");
  const signature = decodePart(encodedSignature, "signature");
  const header = readHeader(encodedHeader);
  // cutToken() has refused everything but a string.
  const text = token as string;
  const signatureAt = text.length - encodedSignature.length;
  return { text, signatureAt, header, payload, signature, encodedHeader, encodedPayload, encodedSignature };
}

/**
 * Cuts a token at its dots.
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export function cutToken(token: unknown, maxTokenBytes: number): CutToken {
  if (typeof token !== "string") throw refuse("malformed_token", "The token is not a string.");
  if (token.length > maxTokenBytes) {
    throw refuse("token_too_large", `The token is longer than the ${maxTokenBytes} bytes that the policy allows.`);
  }
  // At most six parts are made, however many dots a hostile text has.
  const parts = token.split(".", 6);
  const [encodedHeader = "", encodedPayload = "", encodedSignature = ""] = parts;
  if (parts.length === 5) throw refuse("encrypted_token");
  if (parts.length !== 3) throw refuse("malformed_token", "The token does not have three parts.");
  return { encodedHeader, encodedPayload, encodedSignature };
}

function decodePart(text: string, part: "header" | "payload" | "signature"): Uint8Array {
  const bytes = engine.decodeBase64url(text);
  if (bytes === null) throw refuse("malformed_token", `The ${part} is not canonical base64url.`);
  return bytes;
}

/**
 * Reads a header; the same text is read once.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function readHeader(encoded: string): Record<string, unknown> {
  const known = recallHeader(encoded);
  if (known !== null) return known;
  const header = readObject(decodePart(encoded, "header"), "header");
  rememberHeader(encoded, header);
  return header;
}

/**
 * Reads one part of a token: a JSON object in UTF-8 without a byte order mark, without duplicate
 * members, and not nested beyond reason.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function readObject(bytes: Uint8Array, part: "header" | "payload"): Record<string, unknown> {
  const object = parseJsonObject(readText(bytes, part));
  if (object === null) {
    throw refuse(
      "malformed_token",
      `The ${part} is not a JSON object, or it has duplicate members, or it is nested too deep.`,
    );
  }
  return object;
}

// Made on first use: a module without top-level work can be shaken out of a bundle.
let utf8: InstanceType<typeof TextDecoder> | undefined;

/**
 * The text of one part of a token.
 *
 * @throws {ClaimsError} `malformed_token` where it is not UTF-8
 */
export function readText(bytes: Uint8Array, part: "header" | "payload"): string {
  utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return utf8.decode(bytes);
  } catch {
    throw refuse("malformed_token", `The ${part} is not valid UTF-8.`);
  }
}
