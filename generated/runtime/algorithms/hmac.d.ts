import type { KeyAlgorithm } from "../engine/key-algorithm.js";
/** HMAC (RFC 7518 section 3.2), whose keys are secrets; null for another algorithm. */
export declare function hmac(alg: string): KeyAlgorithm | null;
