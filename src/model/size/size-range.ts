/**
 * How many bytes of UTF-8 the JSON texts of some values have, as `JSON.stringify` writes them. Whole numbers;
 * `largest` and `count` are Infinity where there is no bound.
 */
export interface SizeRange {
  readonly smallest: number;
  /** Between the two others. */
  readonly typical: number;
  readonly largest: number;
  /** No more different values than this. */
  readonly count: number;
}

export const UNBOUNDED = Number.POSITIVE_INFINITY;

/** A typical free text: 20 characters and its quotes. */
export const TYPICAL_TEXT = 22;

/** Any JSON value: the shortest is a digit. */
export const ANY_VALUE: SizeRange = { smallest: 1, typical: TYPICAL_TEXT, largest: UNBOUNDED, count: UNBOUNDED };

/** A range with its typical size brought between its bounds; null where the bounds leave nothing. */
export function sizeRange(range: SizeRange): SizeRange | null {
  if (range.smallest > range.largest) return null;
  return { ...range, typical: Math.min(Math.max(Math.ceil(range.typical), range.smallest), range.largest) };
}

/** The range of the values of any of the given ranges; what is typical of the first is typical of all. Null for none. */
export function uniteSizes(ranges: readonly SizeRange[]): SizeRange | null {
  const [first] = ranges;
  if (first === undefined) return null;
  return {
    smallest: Math.min(...ranges.map(({ smallest }) => smallest)),
    typical: first.typical,
    largest: Math.max(...ranges.map(({ largest }) => largest)),
    count: ranges.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The range of the values that are in all of the given ranges; null where there is none. */
export function intersectSizes(ranges: readonly SizeRange[]): SizeRange | null {
  return sizeRange({
    smallest: Math.max(1, ...ranges.map(({ smallest }) => smallest)),
    typical: ranges[0]?.typical ?? TYPICAL_TEXT,
    largest: Math.min(...ranges.map(({ largest }) => largest)),
    count: Math.min(...ranges.map(({ count }) => count)),
  });
}

/** A bound times a number of times, where nothing times whatever is nothing. */
export function times(bound: number, count: number): number {
  return bound === 0 || count === 0 ? 0 : bound * count;
}
