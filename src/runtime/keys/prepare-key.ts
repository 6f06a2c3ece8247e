import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { broken, type CheckedKey } from "../engine/key-check.js";
import { isCryptoKey, isKeyObject } from "../engine/opaque-key.js";
import { prepareJwk, readMembers } from "./jwk.js";
import type { Jwk, KeyResult, KeyUse } from "./key-forms.js";
import { preparePem } from "./pem.js";
import { prepareHeld } from "./ready-key.js";

/**
 * Checks one key, in any form, against an algorithm and its use, and makes it ready; at once where it needs no import or
 * is known. Never throws, whatever the value.
 */
export function prepareKey(key: unknown, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | Promise<KeyResult> {
  try {
    const result = typeof key === "string" ? preparePem(key, algorithm, use) : prepareObject(key, algorithm, use);
    return result instanceof Promise ? result.catch(() => UNREADABLE) : result;
  } catch {
    return UNREADABLE;
  }
}

/** The fault of a proxy, or of an object that only claims to be a key. */
const UNREADABLE: KeyResult = { fault: "The key cannot be read.", kind: "broken" };

function prepareObject(key: unknown, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | Promise<KeyResult> {
  if (typeof key !== "object" || key === null) return broken("The key has no form that is known here.");
  if (isHeld(key)) return prepareHeld(key, algorithm, use);
  const members = readMembers(key);
  if (members?.has("kty") !== true) return broken("The key has no form that is known here.");
  return prepareJwk({ source: key, members }, algorithm, use);
}

/** Whether a key needs no import. */
function isHeld(key: object): key is CheckedKey {
  return key instanceof Uint8Array || isCryptoKey(key) || isKeyObject(key);
}

/**
 * The keys of a JWK Set (RFC 7517 section 5); null for another value, `malformed` for a broken set.
 *
 * @param kid - passes over the keys that do not have this id, which are most; the others are still to be compared
 */
export function readJwks(key: unknown, kid?: string): readonly Jwk[] | "malformed" | null {
  if (typeof key !== "object" || key === null || isHeld(key)) return null;
  const members = readMembers(key);
  if (members === null || !members.has("keys") || members.has("kty")) return null;
  const keys = members.get("keys");
  if (!Array.isArray(keys)) return "malformed";
  // What is no object is no key, and passed over like a key of an unknown type.
  return keys.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null || (kid !== undefined && hasOtherId(item, kid))) return [];
    const members = readMembers(item);
    return members === null ? [] : [{ source: item, members }];
  });
}

function hasOtherId(jwk: object, kid: string): boolean {
  try {
    return Reflect.get(jwk, "kid") !== kid;
  } catch {
    // A proxy that throws is read, and passed over, with all its members.
    return false;
  }
}
