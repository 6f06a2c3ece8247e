import type { SchemaObject } from "../../schema/json-schema.js";
import { type SizeRange, sizeRange, UNBOUNDED } from "./size-range.js";

/** `-0.0000012345678901234567`: a sign, six digits that only place the point, and seventeen that count. */
const LONGEST_NUMBER = 25;
/** `-1.2345678901234567e+100`: above 10^21 numbers have an exponent. */
const LONGEST_INTEGER = 24;
/** From here on numbers are written with an exponent, and can be short again: `1e+21`. */
const EXPONENT = 1e21;
/** A typical number: four digits. */
const TYPICAL_NUMBER = 4;
/** Beyond this a double holds no fraction and not every integer: what is typical of integers still holds. */
const MOST_VALUES = Number.MAX_SAFE_INTEGER;

/** The sizes of the numbers that all the given schemas accept; null where there is none. */
export function numberSize(schemas: readonly SchemaObject[], isInteger: boolean): SizeRange | null {
  // Of other steps a validator takes fractions to be multiples where the quotient is rounded: 5e-324 / 2 is 0.
  const isWhole = isInteger || schemas.some(({ multipleOf }) => multipleOf === 1);
  const lowest = Math.max(
    ...schemas.map(({ minimum = -UNBOUNDED, exclusiveMinimum = -UNBOUNDED }) => Math.max(minimum, exclusiveMinimum)),
  );
  const highest = Math.min(
    ...schemas.map(({ maximum = UNBOUNDED, exclusiveMaximum = UNBOUNDED }) => Math.min(maximum, exclusiveMaximum)),
  );
  if (lowest > highest) return null;
  return isWhole ? integerSize(Math.ceil(lowest), Math.floor(highest)) : fractionSize(lowest, highest);
}

function integerSize(lowest: number, highest: number): SizeRange | null {
  if (lowest > highest) return null;
  const ends = [lowest, highest].map((end) => (Math.abs(end) < EXPONENT ? lengthOf(end) : null));
  const [low, high] = ends;
  return sizeRange({
    smallest: shortest(lowest, highest),
    typical: TYPICAL_NUMBER,
    // Of integers without an exponent one of the ends is the longest.
    largest: low == null || high == null ? LONGEST_INTEGER : Math.max(low, high),
    count: highest - lowest < MOST_VALUES ? highest - lowest + 1 : UNBOUNDED,
  });
}

function fractionSize(lowest: number, highest: number): SizeRange | null {
  if (lowest === highest) {
    const length = lengthOf(lowest);
    return { smallest: length, typical: length, largest: length, count: 1 };
  }
  const smallest = shortest(Math.ceil(lowest), Math.floor(highest));
  return sizeRange({
    // Where no integer lies between the bounds, `0.5` and `1e-9` are the shortest forms that are left.
    smallest: Math.min(smallest, lowest < 0 && highest <= 0 ? 4 : 3),
    typical: TYPICAL_NUMBER,
    largest: LONGEST_NUMBER,
    count: UNBOUNDED,
  });
}

/** The length of the shortest integer between two. */
function shortest(lowest: number, highest: number): number {
  if (lowest > highest) return UNBOUNDED;
  if (lowest <= 9 && highest >= 0) return 1;
  const nearest = lowest > 0 ? lowest : highest;
  const plain = Math.abs(nearest) < EXPONENT ? lengthOf(nearest) : UNBOUNDED;
  const canHaveExponent = Math.abs(lowest > 0 ? highest : lowest) >= EXPONENT;
  return Math.min(plain, canHaveExponent ? "1e+21".length + (lowest > 0 ? 0 : 1) : UNBOUNDED);
}

/** Without the sign of a negative zero, which JSON.stringify drops. */
function lengthOf(value: number): number {
  return JSON.stringify(value).length;
}
