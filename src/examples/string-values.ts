import { lengthOf } from "../containment/accepts.js";
import { isOfFormat, samplesOf } from "../containment/formats.js";
import { matcherOf } from "../containment/regular/match-pattern.js";
import { tellingValues } from "../facts/usual-values.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { highest, lowest } from "./value-search.js";

/** Longer texts are not made. */
const LONGEST = 10_000;

/** Longer texts are not held against a pattern, which may take very long over them. */
const LONGEST_MATCHED = 40;

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
  "1.0.0",
  "2026-01-31",
  "0123456789abcdef",
  "read write",
];

/** Texts that schemas allow: of their formats, else such as tell what the name is about. */
export function* stringValues(name: string, schemas: readonly SchemaObject[]): Generator<string> {
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
  for (const text of textsFor(name, formats, patterns)) {
    const made = formats.length === 0 && patterns.length === 0 ? fitted(text, shortest, longest) : text;
    const length = lengthOf(made);
    if (length < shortest || length > longest) continue;
    if (!formats.every((format) => isOfFormat(format, made))) continue;
    if (patterns.length > 0 && length > LONGEST_MATCHED) continue;
    if (patterns.every((pattern) => matcherOf(pattern)?.(made) === true)) yield made;
  }
}

function* textsFor(name: string, formats: readonly string[], patterns: readonly string[]): Generator<string> {
  for (const value of tellingValues(name)) if (typeof value === "string") yield value;
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

/** A text of a length that is allowed: cut, or repeated. */
function fitted(text: string, shortest: number, longest: number): string {
  if (text.length <= longest && text.length >= shortest) return text;
  const characters = [...text];
  if (characters.length > longest) return characters.slice(0, longest).join("");
  if (characters.length >= shortest) return text;
  return text === ""
    ? "a".repeat(shortest)
    : [...`${text}-`.repeat(Math.ceil(shortest / characters.length))].slice(0, shortest).join("");
}
