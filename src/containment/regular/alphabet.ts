import { type CharSet, hasChar } from "./char-set.js";

/** The characters that read best in a made-up text, best first. */
const PREFERRED = [..."abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/@ "].map(
  (char) => char.codePointAt(0) ?? 0,
);

/** One character for each way of being in the sets or not: no other is told apart by them. */
export function alphabetOf(sets: readonly CharSet[]): readonly number[] {
  const distinct = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
  const starts = new Set<number>([0, 0xd800, 0xe000]);
  for (const set of distinct) {
    for (const [first, last] of set) {
      starts.add(first);
      if (last < 0x10ffff) starts.add(last + 1);
    }
  }
  const best = new Map<string, number>();
  // The first of a kind stays: preferred characters come first, lone surrogates last.
  const ordered = [...starts].sort((a, b) => Number(isSurrogate(a)) - Number(isSurrogate(b)) || a - b);
  for (const char of [...PREFERRED, ...ordered]) {
    const kind = distinct.map((set) => (hasChar(set, char) ? "1" : "0")).join("");
    if (!best.has(kind)) best.set(kind, char);
  }
  return [...best.values()];
}

function isSurrogate(char: number): boolean {
  return char >= 0xd800 && char <= 0xdfff;
}
