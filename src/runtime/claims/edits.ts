/**
 * Says whether so many insertions, deletions, replacements and swaps of neighbours turn one text into the other (Damerau's and
 * Levenshtein's distance, each place edited once). The work grows with the length, and fourfold with each edit.
 */
export function isWithinEdits(one: string, other: string, edits: number): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [a, b] = [one.slice(same), other.slice(same)];
  if (a.length <= edits && b.length <= edits) return true;
  if (edits === 0) return a === b;
  const without = (fromOne: number, fromOther: number): boolean =>
    isWithinEdits(a.slice(fromOne), b.slice(fromOther), edits - 1);
  const isSwap = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return without(1, 0) || without(0, 1) || without(1, 1) || (isSwap && without(2, 2));
}
