import { expressionOf, shapeOf } from "../../containment/formats.js";
import type { SchemaObject } from "../../schema/json-schema.js";
import { ANY_TEXT, patternSize, type TextSize } from "./pattern-size.js";
import { type SizeRange, sizeRange, TYPICAL_TEXT, times, UNBOUNDED } from "./size-range.js";

const QUOTES = 2;

/** How many characters a text of a format usually has. */
const USUAL_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["date", 10],
  ["time", 9],
  ["date-time", 20],
  ["duration", 5],
  ["email", 24],
  ["hostname", 20],
  ["ipv4", 13],
  ["ipv6", 25],
  ["uri", 40],
  ["uri-reference", 40],
  ["uuid", 36],
]);

/** The sizes of the strings that all the given schemas accept; null where there is none. */
export function stringSize(schemas: readonly SchemaObject[]): SizeRange | null {
  const texts = schemas.flatMap(({ pattern, format }) => [
    ...(pattern === undefined ? [] : [patternSize(pattern)]),
    ...(format === undefined ? [] : [formatSize(format)]),
  ]);
  const narrowest = Math.max(ANY_TEXT.narrowest, ...texts.map(({ narrowest }) => narrowest));
  const widest = Math.min(ANY_TEXT.widest, ...texts.map(({ widest }) => widest));
  const minLength = Math.max(0, ...schemas.map(({ minLength = 0 }) => minLength));
  const maxLength = Math.min(...schemas.map(({ maxLength = UNBOUNDED }) => maxLength));
  const format = schemas.find(({ format }) => format !== undefined && USUAL_LENGTHS.has(format))?.format ?? "";
  const usualLength = USUAL_LENGTHS.get(format) ?? TYPICAL_TEXT - QUOTES;
  return sizeRange({
    smallest: QUOTES + Math.max(times(narrowest, minLength), ...texts.map(({ smallest }) => smallest)),
    typical: QUOTES + Math.min(Math.max(usualLength, minLength), maxLength),
    largest: QUOTES + Math.min(times(widest, maxLength), ...texts.map(({ largest }) => largest)),
    count: maxLength === 0 ? 1 : UNBOUNDED,
  });
}

/** The sizes of the texts of a format, as far as a regular expression says them. */
function formatSize(format: string): TextSize {
  const expression = expressionOf(format);
  if (expression !== null) return patternSize(expression.source, expression.ignoreCase);
  const shape = shapeOf(format);
  return shape === null ? ANY_TEXT : patternSize(shape);
}
