import type { JsonValue } from "./json-schema.js";
import type { ValueShape } from "./keywords.js";
import { isArray, isObject } from "./own-property.js";

/** A value that has to be a schema, and the segments from its keyword's value to it. */
export interface Subschema {
  readonly segments: readonly (string | number)[];
  readonly value: JsonValue;
}

/** The schemas in a keyword's value, in order. Empty for keywords that hold none, and for values of a wrong shape. */
export function subschemasOf(value: JsonValue, shape: ValueShape): readonly Subschema[] {
  switch (shape) {
    case "schema":
      return [{ segments: [], value }];
    case "schemas":
      return isArray(value) ? listed(value) : [];
    case "schema-or-schemas":
      return isArray(value) ? listed(value) : [{ segments: [], value }];
    case "schema-map":
    case "pattern-map":
      return isObject(value) ? named(value) : [];
    case "dependencies":
      return isObject(value) ? named(value).filter((entry) => !isArray(entry.value)) : [];
    default:
      return [];
  }
}

function listed(values: readonly JsonValue[]): readonly Subschema[] {
  return values.map((value, index) => ({ segments: [index], value }));
}

function named(values: { readonly [name: string]: JsonValue }): readonly Subschema[] {
  return Object.entries(values).map(([name, value]) => ({ segments: [name], value }));
}
