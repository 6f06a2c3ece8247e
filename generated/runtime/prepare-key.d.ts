import type { KeyAlgorithm } from "./key-algorithm.js";
import { type Jwk, type KeyResult, type KeyUse } from "./key-forms.js";
/** Checks one key, in any form, against an algorithm and its use. Never throws, whatever the value. */
export declare function prepareKey(key: unknown, algorithm: KeyAlgorithm, use: KeyUse): Promise<KeyResult>;
/** The same at once, for the keys that need no import: Web Crypto, Node, and the bytes of a secret; null for another value. */
export declare function prepareReadyKey(key: unknown, algorithm: KeyAlgorithm, use: KeyUse): KeyResult | null;
/** The keys of a JWK Set (RFC 7517 section 5), each read once; null for another value, `malformed` for a broken set. */
export declare function readJwks(key: unknown): readonly Jwk[] | "malformed" | null;
