import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";

/**
 * A claim set's schema as those who import the package see it: without `x-claimsmith-ignore`, which is between the authors
 * and lint, and is no part of the contract.
 */
export function publishedSchema(schema: SchemaObject): SchemaObject {
  const { "x-claimsmith-ignore": _, ...published } = mapSubschemas(schema, (subschema: Schema) =>
    typeof subschema === "boolean" ? subschema : publishedSchema(subschema),
  );
  return published;
}
