import type { KeyAlgorithm, KeyFamily } from "../engine/key-algorithm.js";
import { KEY_FAMILIES } from "./key-families.js";

// Made on first use: a module without top-level work can be shaken out of a bundle. By the list of families: one alone does not make
// known what another list lacks.
let described: WeakMap<readonly KeyFamily[], Map<string, KeyAlgorithm>> | undefined;

/** What an algorithm asks of its key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864); null for one that jose cannot do. */
export function describeAlgorithm(alg: string): KeyAlgorithm | null {
  return describeAmong(alg, KEY_FAMILIES);
}

/**
 * What an algorithm of one of some families asks of its key; null for any other.
 *
 * @param families - those of a policy's algorithms, so that a bundle has no others
 */
export function describeAmong(alg: string, families: readonly KeyFamily[]): KeyAlgorithm | null {
  described ??= new WeakMap();
  const known = described.get(families) ?? new Map<string, KeyAlgorithm>();
  const one = known.get(alg);
  if (one !== undefined) return one;
  described.set(families, known);
  for (const describe of families) {
    const made = describe(alg);
    // Only names that a family knows are kept: a token's `alg` may be anything.
    if (made !== null) {
      known.set(alg, made);
      return made;
    }
  }
  return null;
}
