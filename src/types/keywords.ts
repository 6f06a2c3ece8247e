import type { SchemaObject } from "../schema/json-schema.js";

const CONSTRAINING: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "enum",
  "const",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "format",
  "prefixItems",
  "items",
  "contains",
  "maxItems",
  "minItems",
  "uniqueItems",
  "unevaluatedItems",
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "unevaluatedProperties",
  "maxProperties",
  "minProperties",
  "required",
  "dependentRequired",
  "dependentSchemas",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
]);

/** The keywords of a schema that can refuse a value by themselves, in the order of the schema. */
export function constrainingKeywords(schema: SchemaObject): readonly string[] {
  return Object.keys(schema).filter((keyword) => CONSTRAINING.has(keyword));
}
