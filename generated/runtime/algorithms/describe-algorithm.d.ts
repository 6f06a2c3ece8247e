import type { KeyAlgorithm, KeyFamily } from "../engine/key-algorithm.js";
/** What an algorithm asks of its key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864); null for one that jose cannot do. */
export declare function describeAlgorithm(alg: string): KeyAlgorithm | null;
/**
 * What an algorithm of one of some families asks of its key; null for any other.
 *
 * @param families - those of a policy's algorithms, so that a bundle has no others
 */
export declare function describeAmong(alg: string, families: readonly KeyFamily[]): KeyAlgorithm | null;
