import type { KeyAlgorithm } from "../engine/key-algorithm.js";
/** ECDSA on the curves of NIST (RFC 7518 section 3.4); null for another algorithm. */
export declare function ecdsa(alg: string): KeyAlgorithm | null;
