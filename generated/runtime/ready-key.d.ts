import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { type CheckedKey, type KeyCheck } from "./key-check.js";
import type { KeyResult, KeyUse } from "./key-forms.js";
/** Checks the bytes of a secret and makes them ready; the same bytes in the same array are checked once. */
export declare function prepareSecret(secret: Uint8Array, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
/** Checks the bytes of a secret, where the algorithm takes one. */
export declare function checkSecret(secret: Uint8Array, algorithm: KeyAlgorithm): KeyCheck;
/** Checks a key of Web Crypto or Node, which nobody can change, and makes it ready; once for each key. */
export declare function prepareOpaque(source: CryptoKey | KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
/** Checks what the engine has imported, and makes it ready. */
export declare function prepareImported(key: CheckedKey, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
