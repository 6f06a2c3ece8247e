import { lengthOf } from "../containment/accepts.js";
import { isOfFormat, samplesOf } from "../containment/formats.js";
import { matcherOf } from "../containment/regular/match-pattern.js";
import { tellingValues } from "../facts/usual-values.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { EXAMPLE_NOW_TEXT, isNamedAsTime } from "./example-time.js";
import { fitText } from "./fit-text.js";
import { highest, lowest, type ValuePlace } from "./value-search.js";

/** Longer texts are not made. */
const LONGEST = 10_000;

/** Longer texts are not held against a pattern. */
const LONGEST_MATCHED = 64;

/** Texts that patterns of claims often ask for. */
const COMMON = [
  "a",
  "A",
  "1",
  "abc",
  "ABC",
  "123",
  "a1",
  "AB12",
  "en-US",
  "header.payload.signature",
  "1.0.0",
  "2026-01-31",
  "0123456789abcdef",
  "read write",
];

/** Texts that schemas allow: of their formats, else such as tell what the name is about. */
export function* stringValues(place: ValuePlace, schemas: readonly SchemaObject[]): Generator<string> {
  const formats = schemas.flatMap(({ format }) => (format === undefined ? [] : [format]));
  const patterns = schemas.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  const shortest = highest(
    schemas.map(({ minLength }) => minLength),
    0,
  );
  const longest = lowest(
    schemas.map(({ maxLength }) => maxLength),
    Number.POSITIVE_INFINITY,
  );
  if (shortest > LONGEST) return;
  for (const text of textsFor(place, formats, patterns)) {
    const made = formats.length === 0 && patterns.length === 0 ? fitText(text, shortest, longest) : text;
    if (made === null) continue;
    const length = lengthOf(made);
    if (length < shortest || length > longest) continue;
    if (!formats.every((format) => isOfFormat(format, made))) continue;
    if (patterns.length > 0 && length > LONGEST_MATCHED) continue;
    if (patterns.every((pattern) => matcherOf(pattern)?.(made) === true)) yield made;
  }
}

function* textsFor(
  { name, holder }: ValuePlace,
  formats: readonly string[],
  patterns: readonly string[],
): Generator<string> {
  if (isNamedAsTime(name)) yield EXAMPLE_NOW_TEXT;
  for (const value of tellingValues(name, holder)) if (typeof value === "string") yield value;
  for (const format of formats) yield* samplesOf(format);
  if (patterns.length > 0) {
    for (const value of tellingValues(name)) if (typeof value === "string") yield value.toUpperCase();
    yield* COMMON;
    yield* samplesOf("uuid");
  }
  yield "example";
  yield "a";
  yield "";
}
