import { distance } from "fastest-levenshtein";

/** Longer names are nobody's typing mistake, and the distance takes quadratic time. */
const LONGEST_NAME = 200;

/**
 * The name that was probably meant, null where none is near: the same in another case or with other
 * separators first, then the fewest edits, at most a third of the name. Two neighbours that changed places are one edit.
 * The first of `known` wins a tie.
 *
 * @example suggest("algoritms", ["algorithms", "audience"]) // "algorithms"
 */
export function suggest(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST_NAME) return null;
  const folded = fold(name);
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (candidate === name || candidate.length > LONGEST_NAME) continue;
    const foldedCandidate = fold(candidate);
    if (folded === foldedCandidate && folded !== "") return candidate;
    const longest = Math.max(folded.length, foldedCandidate.length);
    const edits = swapsNeighbours(folded, foldedCandidate) ? 1 : distance(folded, foldedCandidate);
    if (edits <= Math.floor(longest / 3) && edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** Says whether two names differ by two neighbours that changed places: the commonest slip of fingers. */
function swapsNeighbours(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/gu, "");
}
