import { base64url } from "jose";
import type { Location, UsageError } from "../errors.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { isObject } from "../schema/own-property.js";
import { quoteText } from "../text/quote-text.js";
import { scanJson } from "../text/scan-json.js";
import type { Sample } from "./sample.js";
import { EXPECTED_SAMPLE, sampleError } from "./sample-error.js";

const HINTS = {
  encrypted: "Have the party that holds the key decrypt it, and give the decrypted payload as JSON.",
  opaque: "A token without dots is opaque and carries no claims: ask its issuer's introspection endpoint for them.",
} as const;

/** Lengths of signatures in base64url: HMAC, ECDSA and EdDSA of every size, RSA of 2048, 3072 and 4096 bits, and none at all. */
const SIGNATURE_LENGTHS: ReadonlySet<number> = new Set([0, 43, 64, 86, 128, 176, 342, 512, 683]);

/** Says whether a text has the form of a compact JWS or JWE: its first part begins as `{"`, `{ ` or a line break after `{` does in base64url. */
export function looksLikeToken(text: string): boolean {
  return /^e[wy][A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){2,4}$/u.test(text);
}

/** Says whether a text that looks like a token has all of its signature, as far as lengths tell. */
export function looksWhole(text: string): boolean {
  return looksLikeToken(text) && SIGNATURE_LENGTHS.has(text.length - text.lastIndexOf(".") - 1);
}

/**
 * Reads header and claims of a compact token (RFC 7515 section 7.1). The signature is not looked at.
 *
 * @param text - the token, without what a paste adds
 * @param at - gives the place of the token, for an error
 * @throws {UsageError} `invalid_sample` for an encrypted token, an opaque one, or anything that is none
 */
export function decodeSample(text: string, at: () => Location): Sample {
  const parts = text.split(".", 6);
  if (parts.length === 5) {
    throw sampleError("The token is encrypted, so its claims cannot be read.", {
      at: at(),
      expected: "a signed token, which has three parts (RFC 7515 section 7.1)",
      hint: HINTS.encrypted,
    });
  }
  const [header, payload] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined) {
    throw sampleError("This is neither JSON nor a token.", {
      at: at(),
      hint: parts.length === 1 ? HINTS.opaque : undefined,
    });
  }
  return { header: readPart(header, "header", at), claims: readPart(payload, "payload", at), bytes: text.length };
}

function readPart(encoded: string, part: "header" | "payload", at: () => Location): JsonObject {
  const text = decodeText(encoded);
  if (text === null) {
    throw sampleError(`The ${part} of the token is not base64url of UTF-8 text.`, {
      at: at(),
      expected: "a token that was copied whole",
    });
  }
  const fault = scanJson(text);
  const value = fault === null ? (JSON.parse(text) as JsonValue) : null; // The scan found strict JSON.
  if (isObject(value)) return value;
  throw notAnObject(part, fault, at);
}

function notAnObject(part: string, fault: ReturnType<typeof scanJson>, at: () => Location): UsageError {
  switch (fault?.kind) {
    case "duplicate":
      return sampleError(`The ${part} of the token names ${quoteText(fault.name)} twice in one object.`, {
        at: at(),
        expected: "each name once (RFC 7519 section 4)",
      });
    case "depth":
      return sampleError(`The ${part} of the token is nested too deeply.`, { at: at() });
    default:
      return sampleError(`The ${part} of the token is not a JSON object.`, { at: at(), expected: EXPECTED_SAMPLE });
  }
}

function decodeText(encoded: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/u.test(encoded)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(base64url.decode(encoded));
  } catch {
    return null;
  }
}
