import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { matchPattern } from "./safe-pattern.js";

/** Whether a number surely fails one of a schema's numeric keywords. */
export function refusesNumber(schema: SchemaObject, value: number): boolean {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
  return (
    (minimum !== undefined && value < minimum) ||
    (maximum !== undefined && value > maximum) ||
    (exclusiveMinimum !== undefined && value <= exclusiveMinimum) ||
    (exclusiveMaximum !== undefined && value >= exclusiveMaximum) ||
    (multipleOf !== undefined && isNoMultiple(value, multipleOf)) ||
    (demandsInteger(schema) && !Number.isInteger(value)) ||
    excludes(schema, value)
  );
}

/** Whether a string surely fails one of a schema's string keywords. Formats are not asked. */
export function refusesString(schema: SchemaObject, value: string): boolean {
  const { minLength, maxLength, pattern } = schema;
  const length = [...value].length;
  return (
    (minLength !== undefined && length < minLength) ||
    (maxLength !== undefined && length > maxLength) ||
    (pattern !== undefined && matchPattern(pattern, value) === false) ||
    excludes(schema, value)
  );
}

/** Whether a schema has a keyword that these checks read. */
export function hasLiteralChecks(schema: SchemaObject): boolean {
  return CHECKED.some((keyword) => schema[keyword] !== undefined);
}

const CHECKED = [
  "type",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "not",
] as const;

function demandsInteger({ type }: SchemaObject): boolean {
  if (type === undefined) return false;
  const names = typeof type === "string" ? [type] : type;
  return names.includes("integer") && !names.includes("number");
}

/** Only whole numbers that a double holds exactly: with fractions, validators round as they like. */
function isNoMultiple(value: number, divisor: number): boolean {
  return Number.isSafeInteger(value) && Number.isSafeInteger(divisor) && value % divisor !== 0;
}

function excludes({ not }: SchemaObject, value: JsonValue): boolean {
  if (typeof not !== "object") return false;
  const keywords = Object.keys(not);
  if (keywords.some((keyword) => keyword !== "enum" && keyword !== "const")) return false;
  if (keywords.length !== 1) return false;
  return not.enum === undefined ? not.const === value : not.enum.includes(value);
}
