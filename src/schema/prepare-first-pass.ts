import { FIRST_PASS_KEYWORD } from "./first-pass-keyword.js";
import type { Schema, SchemaObject } from "./json-schema.js";
import { mapSubschemas } from "./map-subschemas.js";

/** A schema for a first pass, and what has to hold of `Object.prototype` for its verdict to count. */
export interface FirstPass {
  readonly schema: Schema;
  /** Every name that the schema looks for in an object, sorted. */
  readonly names: readonly string[];
  /** Whether it visits the members of an object, whatever their names. */
  readonly visits: boolean;
}

/** Keywords that look for members by name. */
const BY_NAME = ["properties", "required", "dependentRequired", "dependentSchemas"];

/** Keywords that visit members. */
const VISITING = ["patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames"];

/** Marks a prepared schema for a first pass: each function that ajv makes of it, and each place that reads members. */
export function prepareFirstPass(prepared: Schema): FirstPass {
  const names = new Set<string>();
  let visits = false;
  const mark = (schema: Schema, keyword: string | null): Schema => {
    if (typeof schema === "boolean") return schema;
    noteNames(schema, names);
    const isFunction = keyword === null || keyword === "$defs";
    const has = (keywords: readonly string[]) => keywords.some((one) => Object.hasOwn(schema, one));
    visits ||= has(VISITING);
    const readsMembers = has(BY_NAME) || has(VISITING);
    const marked = mapSubschemas(schema, mark);
    return isFunction || readsMembers ? { [FIRST_PASS_KEYWORD]: true, ...marked } : marked;
  };
  const schema = mark(prepared, null);
  return { schema, names: [...names].sort(), visits };
}

function noteNames(schema: SchemaObject, names: Set<string>): void {
  for (const name of schema.required ?? []) names.add(name);
  for (const map of [schema.properties, schema.dependentSchemas]) {
    for (const name of Object.keys(map ?? {})) names.add(name);
  }
  for (const [name, required] of Object.entries(schema.dependentRequired ?? {})) {
    for (const one of [name, ...required]) names.add(one);
  }
}
