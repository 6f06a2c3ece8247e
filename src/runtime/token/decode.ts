import type { EncodedToken } from "../engine/crypto-engine.js";
import { engine } from "../engine/platform-engine.js";
import { refuse } from "../errors/refuse.js";
import { parseJsonObject } from "../text/json-members.js";
import { recallHeader, rememberHeader } from "./known-headers.js";

/** A token cut in its three parts, as they came. */
export interface CutToken {
  readonly encodedHeader: string;
  readonly encodedPayload: string;
  readonly encodedSignature: string;
}

/** A token with its parts decoded and the header read. Nothing in it can be trusted yet. */
export interface DecodedToken extends EncodedToken, CutToken {
  readonly header: Record<string, unknown>;
  /** The payload's text; undefined where its bytes are not UTF-8, which is told only of a token that is signed. */
  readonly payload: string | undefined;
}

/**
 * Cuts a token and reads its header, before any work on its signature (RFC 7519 section 7.2, steps 1 to 4).
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export function decodeToken(token: unknown, maxTokenBytes: number): DecodedToken {
  const { encodedHeader, encodedPayload, encodedSignature } = cutToken(token, maxTokenBytes);
  // cutToken() has refused everything but a string.
  const text = token as string;
  const isPlain = engine.isPlain?.(text) === true;
  const payload = engine.decodeText(encodedPayload, isPlain);
  if (payload === null) throw refuseEncoding("payload");
  const signature = engine.decodeBase64url(encodedSignature, isPlain);
  if (signature === null) throw refuseEncoding("signature");
  const header = readHeader(encodedHeader);
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
  const first = token.indexOf(".");
  const second = token.indexOf(".", first + 1);
  if (first === -1 || second === -1 || token.includes(".", second + 1)) throw refuseParts(token);
  return {
    encodedHeader: token.slice(0, first),
    encodedPayload: token.slice(first + 1, second),
    encodedSignature: token.slice(second + 1),
  };
}

function refuseParts(token: string): Error {
  // At most six parts are made, however many dots a hostile text has.
  if (token.split(".", 6).length === 5) return refuse("encrypted_token");
  return refuse("malformed_token", "The token does not have three parts.");
}

function refuseEncoding(part: "header" | "payload" | "signature"): Error {
  return refuse("malformed_token", `The ${part} is not canonical base64url.`);
}

/**
 * Reads a header; the same text is read once.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function readHeader(encoded: string): Record<string, unknown> {
  const known = recallHeader(encoded);
  if (known !== null) return known;
  const text = engine.decodeText(encoded);
  if (text === null) throw refuseEncoding("header");
  const header = readObject(text, "header");
  rememberHeader(encoded, header);
  return header;
}

/**
 * Reads one part of a token: a JSON object in UTF-8 without a byte order mark, without duplicate
 * members, and not nested beyond reason.
 *
 * @param text - undefined stands for bytes that are not UTF-8
 * @throws {ClaimsError} `malformed_token`
 */
export function readObject(text: string | undefined, part: "header" | "payload"): Record<string, unknown> {
  if (text === undefined) throw refuse("malformed_token", `The ${part} is not valid UTF-8.`);
  const object = parseJsonObject(text);
  if (object === null) {
    throw refuse(
      "malformed_token",
      `The ${part} is not a JSON object, or it has duplicate members, or it is nested too deep.`,
    );
  }
  return object;
}
