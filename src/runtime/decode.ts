import { decodeBase64url, isBase64url } from "./base64url.js";
import { parseJsonObject } from "./json-members.js";
import { refuse } from "./refuse.js";

/** A token cut in its three parts, with the header read. Nothing in it can be trusted yet. */
export interface DecodedToken {
  readonly header: Record<string, unknown>;
  /** The parts as they came. */
  readonly encodedHeader: string;
  readonly encodedPayload: string;
  readonly encodedSignature: string;
}

/**
 * Cuts a token and reads its header, before any work on its signature (RFC 7519 section 7.2, steps 1 to 4).
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export function decodeToken(token: unknown, maxTokenBytes: number): DecodedToken {
  if (typeof token !== "string") throw refuse("malformed_token", "The token is not a string.");
  if (token.length > maxTokenBytes) {
    throw refuse("token_too_large", `The token is longer than the ${maxTokenBytes} bytes that the policy allows.`);
  }
  const [encodedHeader = "", encodedPayload = "", encodedSignature = ""] = splitToken(token);
  if (!isBase64url(encodedPayload)) throw refuse("malformed_token", "The payload is not canonical base64url.");
  if (!isBase64url(encodedSignature)) throw refuse("malformed_token", "The signature is not canonical base64url.");
  const bytes = decodeBase64url(encodedHeader);
  if (bytes === null) throw refuse("malformed_token", "The header is not canonical base64url.");
  return { header: readObject(bytes, "header"), encodedHeader, encodedPayload, encodedSignature };
}

/**
 * Reads the payload of a token whose signature may or may not have been checked.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function decodePayload(token: DecodedToken): Record<string, unknown> {
  const bytes = decodeBase64url(token.encodedPayload);
  if (bytes === null) throw refuse("malformed_token", "The payload is not canonical base64url.");
  return readObject(bytes, "payload");
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

function splitToken(token: string): readonly string[] {
  // At most six parts are made, however many dots a hostile text has.
  const parts = token.split(".", 6);
  if (parts.length === 5) throw refuse("encrypted_token");
  if (parts.length !== 3) throw refuse("malformed_token", "The token does not have three parts.");
  return parts;
}

// Made on first use: a module without top-level work can be shaken out of a bundle.
let utf8: InstanceType<typeof TextDecoder> | undefined;

function readText(bytes: Uint8Array, part: "header" | "payload"): string {
  utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return utf8.decode(bytes);
  } catch {
    throw refuse("malformed_token", `The ${part} is not valid UTF-8.`);
  }
}
