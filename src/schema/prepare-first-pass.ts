import { FIRST_PASS_KEYWORD } from "./first-pass-keyword.js";
import type { Schema, SchemaObject } from "./json-schema.js";
import { holdsSchemas, mapSubschemas } from "./map-subschemas.js";

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

/** The deepest nesting of the code that is written for a first pass: each check stands within the one before it. */
const MAX_NESTING = 500;

/**
 * Marks a prepared schema for a first pass: each function that ajv makes of it, and each place that reads members. Null where
 * the code would nest so deeply that an engine with a small stack could not parse it.
 */
export function prepareFirstPass(prepared: Schema): FirstPass | null {
  if (nestingOf(prepared) > MAX_NESTING) return null;
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

/** How deeply the code of a schema nests, at most: by its keywords, by their entries, and by what the deepest of these holds. */
function nestingOf(schema: Schema): number {
  if (typeof schema === "boolean") return 1;
  const own = Object.entries(schema).reduce((sum, [keyword, value]) => sum + entriesOf(keyword, value), 0);
  let deepest = 0;
  mapSubschemas(schema, (subschema) => {
    deepest = Math.max(deepest, nestingOf(subschema));
    return subschema;
  });
  return own + deepest;
}

function entriesOf(keyword: string, value: unknown): number {
  if (keyword === "$defs" || holdsSchemas(keyword) === null) return 1;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 1;
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
