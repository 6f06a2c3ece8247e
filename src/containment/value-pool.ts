import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";
import { canonicalJson } from "../text/canonical-json.js";
import { samplesOf } from "./formats.js";

const MOST_VALUES = 200;
const USUAL: readonly JsonValue[] = [null, true, false, 0, 1, -1, 0.5, "", "a", "text", [], {}];

/** Values that schemas name or border on: listed values, examples, limits and what lies beside them, each once. */
export function plainPool(schemas: readonly Schema[]): readonly JsonValue[] {
  const pool = new Map<string, JsonValue>();
  const add = (values: Iterable<JsonValue>) => {
    for (const value of values) if (pool.size < MOST_VALUES) pool.set(canonicalJson(value), value);
  };
  const visit = (schema: Schema): Schema => {
    if (typeof schema === "boolean") return schema;
    add(valuesOf(schema));
    mapSubschemas(schema, visit);
    return schema;
  };
  for (const schema of schemas) visit(schema);
  add(USUAL);
  return [...pool.values()];
}

function* valuesOf(schema: SchemaObject): Generator<JsonValue> {
  yield* schema.enum ?? [];
  if (schema.const !== undefined) yield schema.const;
  if (Array.isArray(schema.examples)) yield* schema.examples;
  if (schema.default !== undefined) yield schema.default;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  for (const limit of [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf]) {
    if (limit !== undefined) yield* [limit, limit + 1, limit - 1, limit + 0.5, limit * 3];
  }
  for (const length of [schema.minLength, schema.maxLength]) {
    if (length === undefined || length > 1_000) continue;
    for (const near of [length - 1, length, length + 1]) if (near >= 0) yield "a".repeat(near);
  }
  if (schema.format !== undefined) yield* samplesOf(schema.format);
}
