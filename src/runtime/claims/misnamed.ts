import type { ClaimNameTable } from "./claim-set.js";
import { isWithinEdits } from "./edits.js";

/** Names that are compared; a token may bring thousands. */
const MAX_COMPARED = 200;

/**
 * Pairs names that were found, but are not of the claim set, with absent claims that they were probably
 * meant to be: another case or word separator, a known alias, a namespace left out or exchanged, a misspelling.
 * Every name is paired at most once, and the order of the arguments decides between equals.
 *
 * @param wanted - wire names of absent claims
 * @param found - undeclared names
 * @returns for each paired found name, the wire name that was meant
 */
export function pairMisnamed(
  wanted: readonly string[],
  found: readonly string[],
  table: ClaimNameTable,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const open = new Set(wanted.slice(0, MAX_COMPARED));
  const candidates = found.slice(0, MAX_COMPARED);
  // The surest sign first, so that a misspelling never takes a claim from its alias.
  for (const isMeant of [isAlias, isSameWords, isSameBareName, isMisspelt]) {
    for (const name of candidates) {
      if (pairs.has(name)) continue;
      const meant = [...open].find((claim) => isMeant(name, claim, table));
      if (meant === undefined) continue;
      pairs.set(name, meant);
      open.delete(meant);
    }
  }
  return pairs;
}

function isAlias(name: string, claim: string, { aliases }: ClaimNameTable): boolean {
  return Object.hasOwn(aliases, claim) && (aliases[claim] ?? "").split(" ").includes(normalize(name));
}

function isSameWords(name: string, claim: string): boolean {
  return normalize(name) === normalize(claim);
}

function isSameBareName(name: string, claim: string, { namespaces }: ClaimNameTable): boolean {
  return normalize(bareName(name, namespaces)) === normalize(bareName(claim, namespaces));
}

function isMisspelt(name: string, claim: string, { namespaces }: ClaimNameTable): boolean {
  const one = normalize(bareName(name, namespaces));
  const other = normalize(bareName(claim, namespaces));
  const allowed = Math.max(one.length, other.length) >= 8 ? 2 : 1;
  return Math.min(one.length, other.length) > 1 && isWithinEdits(one, other, allowed);
}

/** A name in lower case without word separators: `userId`, `user_id` and `user-id` are one. */
function normalize(name: string): string {
  return name.replace(/[_\-\s]/g, "").toLowerCase() || name;
}

function bareName(name: string, namespaces: readonly string[]): string {
  const namespace = namespaces.find((prefix) => name.startsWith(prefix) && name.length > prefix.length);
  return namespace === undefined ? name : name.slice(namespace.length);
}
