import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import type { Jwk, KeyResult, KeyUse } from "./key-forms.js";
/**
 * Checks one key, in any form, against an algorithm and its use, and makes it ready; at once where it needs no import or
 * is known. Never throws, whatever the value.
 */
export declare function prepareKey(key: unknown, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | Promise<KeyResult>;
/**
 * The keys of a JWK Set (RFC 7517 section 5); null for another value, `malformed` for a broken set.
 *
 * @param kid - passes over the keys that do not have this id, which are most; the others are still to be compared
 */
export declare function readJwks(key: unknown, kid?: string): readonly Jwk[] | "malformed" | null;
