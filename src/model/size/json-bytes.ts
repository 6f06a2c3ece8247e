import type { JsonValue } from "../../schema/json-schema.js";

const encoder = new TextEncoder();

/** How many bytes of UTF-8 a value's JSON text has, as `JSON.stringify` writes it. */
export function jsonBytes(value: JsonValue): number {
  return encoder.encode(JSON.stringify(value)).length;
}

/** The first and last code point of a run of characters that take equally many bytes in a JSON text. */
type Run = readonly [first: number, last: number, bytes: number];

/** In order, without a gap. Lone surrogates are written as `\udXXX`, as are the controls that have no short escape. */
const RUNS: readonly Run[] = [
  [0x00, 0x07, 6],
  [0x08, 0x0a, 2],
  [0x0b, 0x0b, 6],
  [0x0c, 0x0d, 2],
  [0x0e, 0x1f, 6],
  [0x20, 0x21, 1],
  [0x22, 0x22, 2],
  [0x23, 0x5b, 1],
  [0x5c, 0x5c, 2],
  [0x5d, 0x7f, 1],
  [0x80, 0x7ff, 2],
  [0x800, 0xd7ff, 3],
  [0xd800, 0xdfff, 6],
  [0xe000, 0xffff, 3],
  [0x10000, 0x10ffff, 4],
];

/** The fewest and most bytes that one character takes inside a JSON string. */
export const ANY_CHARACTER = { narrowest: 1, widest: 6 } as const;

/** The fewest and most bytes that a character of some ranges of code points takes inside a JSON string; null for no range. */
export function characterBytes(
  ranges: readonly (readonly [first: number, last: number])[],
): { readonly narrowest: number; readonly widest: number } | null {
  const bytes = RUNS.filter(([from, to]) => ranges.some(([first, last]) => first <= to && last >= from)).map(
    ([, , bytes]) => bytes,
  );
  return bytes.length === 0 ? null : { narrowest: Math.min(...bytes), widest: Math.max(...bytes) };
}
