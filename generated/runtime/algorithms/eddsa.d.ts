import type { KeyAlgorithm } from "../engine/key-algorithm.js";
/** EdDSA with Ed25519, under its old and its new name (RFC 8037 section 3.1, RFC 9864); null for another algorithm. */
export declare function eddsa(alg: string): KeyAlgorithm | null;
