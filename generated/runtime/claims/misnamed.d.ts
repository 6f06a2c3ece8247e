import type { ClaimNameTable } from "./claim-set.js";
/**
 * Pairs names that were found, but are not of the claim set, with absent claims that they were probably
 * meant to be: another case or word separator, a known alias, a namespace left out or exchanged, a misspelling.
 * Every name is paired at most once, and the order of the arguments decides between equals.
 *
 * @param wanted - wire names of absent claims
 * @param found - undeclared names
 * @returns for each paired found name, the wire name that was meant
 */
export declare function pairMisnamed(wanted: readonly string[], found: readonly string[], table: ClaimNameTable): Map<string, string>;
