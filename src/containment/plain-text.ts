import { CONSTRAINTS } from "../schema/constraint-keywords.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";
import { canonicalJson } from "../text/canonical-json.js";

/** The text of a schema without annotations, its members in one order: equal for schemas that differ only in those. */
export function plainText(schema: Schema): string {
  // What is left holds JSON values only, as it came from JSON.
  return canonicalJson(withoutAnnotations(schema) as JsonValue);
}

function withoutAnnotations(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const kept = Object.entries(schema).filter(([keyword]) => CONSTRAINTS.has(keyword));
  return mapSubschemas(Object.fromEntries(kept), withoutAnnotations);
}
