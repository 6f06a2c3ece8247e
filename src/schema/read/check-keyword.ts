import { type Location, SchemaError } from "../../errors.js";
import type { JsonValue } from "../json-schema.js";
import type { ValueShape } from "../keywords.js";
import { isArray, isObject } from "../own-property.js";

const TYPES: ReadonlySet<JsonValue> = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

const EXPECTED: Readonly<Record<ValueShape, string>> = {
  any: "any value",
  string: "a string",
  boolean: "true or false",
  number: "a number",
  "positive-number": "a number above 0",
  count: "a whole number, 0 or more",
  array: "an array",
  type: "a type name, or an array of different ones: null, boolean, integer, number, string, array, object",
  names: "an array of different strings",
  "names-map": "an object of arrays of different strings",
  pattern: "a string",
  anchor: "a name of letters, digits, `-`, `_`, `.`, begun by a letter or `_`",
  schema: "a schema: an object, true or false",
  schemas: "an array of at least one schema",
  "schema-or-schemas": "a schema, or an array of schemas",
  "schema-map": "an object of schemas",
  "pattern-map": "an object of schemas",
  dependencies: "an object of schemas and arrays of different strings",
};

/**
 * Checks the value of one keyword against what the drafts' metaschemas demand. Subschemas are not entered: whether they
 * are schemas is seen where they are visited.
 *
 * @param at - the place of the value, only asked for on a fault
 * @throws {SchemaError} `invalid_schema`
 */
export function checkKeyword(name: string, value: JsonValue, shape: ValueShape, at: () => Location): void {
  if (hasShape(value, shape)) return;
  const numeric = name === "exclusiveMaximum" || name === "exclusiveMinimum";
  throw new SchemaError("invalid_schema", `The value of "${name}" is not what the keyword takes.`, {
    at: at(),
    expected: EXPECTED[shape],
    hint:
      numeric && typeof value === "boolean"
        ? `Since draft-06, "${name}" is the limit itself: write the number there and drop "${name.replace("exclusiveM", "m")}".`
        : undefined,
  });
}

function hasShape(value: JsonValue, shape: ValueShape): boolean {
  switch (shape) {
    case "any":
      return true;
    case "string":
    case "pattern":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "positive-number":
      return typeof value === "number" && Number.isFinite(value) && value > 0;
    case "count":
      return Number.isInteger(value) && Number(value) >= 0;
    case "array":
      return isArray(value);
    case "type":
      return isArray(value)
        ? value.length > 0 && isUnique(value) && value.every((t) => TYPES.has(t))
        : TYPES.has(value);
    case "names":
      return isNames(value);
    case "names-map":
      return isObject(value) && Object.values(value).every(isNames);
    case "anchor":
      return typeof value === "string" && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value);
    case "schema":
    case "schema-or-schemas":
      return true;
    case "schemas":
      return isArray(value) && value.length > 0;
    case "schema-map":
    case "pattern-map":
      return isObject(value);
    case "dependencies":
      return isObject(value) && Object.values(value).every((entry) => !isArray(entry) || isNames(entry));
  }
}

function isNames(value: JsonValue): boolean {
  return isArray(value) && value.every((name) => typeof name === "string") && isUnique(value);
}

function isUnique(values: readonly JsonValue[]): boolean {
  return new Set(values).size === values.length;
}
