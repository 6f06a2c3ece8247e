import type { KeyAlgorithm } from "../engine/key-algorithm.js";
/** RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 7518 sections 3.3 and 3.5); null for another algorithm. */
export declare function rsa(alg: string): KeyAlgorithm | null;
