import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { conjoin } from "./conjunction.js";
import { hasLiteralChecks } from "./literal-checks.js";
import { ANYTHING, type ArraySet, type Conjunction, NOTHING, type ObjectSet, type Shape } from "./shape.js";
import { readPattern } from "./string-pattern.js";

/** What `type`, `const`, `enum` and the keywords of numbers and strings leave of all values. */
export function* readValues(schema: SchemaObject): Generator<Shape> {
  if (schema.type !== undefined) yield shapeOfTypes(typeof schema.type === "string" ? [schema.type] : schema.type);
  if (hasLiteralChecks(schema)) {
    const checks = [schema];
    yield {
      ...ANYTHING,
      numbers: { ...ANYTHING.numbers, checks },
      strings: { ...ANYTHING.strings, checks },
    };
  }
  if (schema.pattern !== undefined) {
    const parts = readPattern(schema.pattern);
    if (parts !== null) yield { ...ANYTHING, strings: { parts, known: [], checks: [] } };
  }
  if (schema.const !== undefined) yield shapeOfLiterals([schema.const]);
  if (schema.enum !== undefined) yield shapeOfLiterals(schema.enum);
}

/** The values of some JSON types. `integer` is `number`: TypeScript knows no other. */
export function shapeOfTypes(types: readonly JsonTypeName[]): Shape {
  return {
    null: types.includes("null"),
    booleans: types.includes("boolean") ? ANYTHING.booleans : [],
    numbers: types.includes("number") || types.includes("integer") ? ANYTHING.numbers : NOTHING.numbers,
    strings: types.includes("string") ? ANYTHING.strings : NOTHING.strings,
    arrays: types.includes("array") ? null : [],
    objects: types.includes("object") ? null : [],
  };
}

/** Just these values. */
export function shapeOfLiterals(values: readonly JsonValue[]): Shape {
  const numbers = values.filter((value) => typeof value === "number");
  const strings = values.filter((value) => typeof value === "string");
  return {
    null: values.includes(null),
    booleans: [true, false].filter((value) => values.includes(value)),
    // A number too large for a double was read as infinite, and so is the token's: no literal says it.
    numbers: { literals: numbers.every(Number.isFinite) ? distinctNumbers(numbers) : null, checks: [] },
    strings: { parts: [...new Set(strings)].map((value) => ({ kind: "literal", value })), known: [], checks: [] },
    arrays: values.filter((value) => Array.isArray(value)).map(literalArray),
    objects: values.filter(isObject).map(literalObject),
  };
}

/** `-0` equals `0` for a validator, and has no literal type of its own. */
function distinctNumbers(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers.map((value) => value + 0))];
}

function literalArray(values: readonly JsonValue[]): ArraySet {
  return { prefix: values.map(exactly), rest: [false], minimum: values.length, maximum: values.length };
}

function literalObject(object: { readonly [name: string]: JsonValue }): ObjectSet {
  const members = new Map(
    Object.entries(object).map(([name, value]) => [name, { value: exactly(value), required: true, silent: false }]),
  );
  return { members, rules: [{ patterns: [], rest: [false] }], definition: null };
}

function exactly(value: JsonValue): Conjunction {
  const schema: Schema = { const: value };
  return conjoin([schema]);
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
