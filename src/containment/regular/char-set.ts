/** A set of characters by their code points: ranges in order that do not touch, both ends included. */
export type CharSet = readonly (readonly [first: number, last: number])[];

const LAST = 0x10ffff;

export const ANY_CHAR: CharSet = [[0, LAST]];

/** The set of the ranges given, in any order. */
export function charSet(ranges: CharSet): CharSet {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

/** The characters that are not in a set. */
export function complementOf(set: CharSet): CharSet {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}

/** The set with both cases of every letter of ASCII in it. */
export function ignoreCase(set: CharSet): CharSet {
  const more: [number, number][] = [];
  for (const [from, to, shift] of [
    [0x41, 0x5a, 32],
    [0x61, 0x7a, -32],
  ] as const) {
    for (const [first, last] of set) {
      const low = Math.max(first, from);
      const high = Math.min(last, to);
      if (low <= high) more.push([low + shift, high + shift]);
    }
  }
  return charSet([...set, ...more]);
}

/** Says whether a character is in a set. */
export function hasChar(set: CharSet, char: number): boolean {
  return set.some(([first, last]) => char >= first && char <= last);
}

/** The characters that an expression of one character matches, asked one by one. */
export function charsThatMatch(expression: RegExp): CharSet {
  const ranges: [number, number][] = [];
  for (let char = 0; char <= LAST; char += 1) {
    if (!expression.test(String.fromCodePoint(char))) continue;
    const previous = ranges.at(-1);
    if (previous !== undefined && previous[1] === char - 1) previous[1] = char;
    else ranges.push([char, char]);
  }
  return ranges;
}
