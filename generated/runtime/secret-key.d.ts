import type { KeyAlgorithm } from "./key-algorithm.js";
import { type KeyCheck } from "./key-forms.js";
/**
 * Checks the bytes of a secret: long enough (RFC 7518 section 3.2), and not a public key in disguise. Who
 * takes a public key for a secret accepts tokens that anyone can sign (RFC 8725 section 2.1).
 */
export declare function checkSecret(secret: Uint8Array, algorithm: KeyAlgorithm): KeyCheck;
