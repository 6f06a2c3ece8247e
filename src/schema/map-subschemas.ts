import type { Schema, SchemaObject } from "./json-schema.js";

/** How a keyword of the normal form holds schemas. */
const HOLDS: Readonly<Record<string, "schema" | "list" | "map">> = {
  additionalProperties: "schema",
  unevaluatedProperties: "schema",
  propertyNames: "schema",
  items: "schema",
  unevaluatedItems: "schema",
  contains: "schema",
  not: "schema",
  if: "schema",
  then: "schema",
  else: "schema",
  prefixItems: "list",
  allOf: "list",
  anyOf: "list",
  oneOf: "list",
  properties: "map",
  patternProperties: "map",
  dependentSchemas: "map",
  $defs: "map",
};

/** A keyword of the normal form that holds schemas. */
export function holdsSchemas(keyword: string): "schema" | "list" | "map" | null {
  return Object.hasOwn(HOLDS, keyword) ? (HOLDS[keyword] ?? null) : null;
}

/** The schema with each direct subschema replaced by what `map` makes of it; everything else is kept. */
export function mapSubschemas(schema: SchemaObject, map: (subschema: Schema, keyword: string) => Schema): SchemaObject {
  const mapped = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    switch (holdsSchemas(keyword)) {
      // The casts hold because a bundle was checked against its metaschema before.
      case "schema":
        return [keyword, map(value as Schema, keyword)];
      case "list":
        return [keyword, (value as Schema[]).map((subschema) => map(subschema, keyword))];
      case "map":
        return [keyword, mapMembers(value as Record<string, Schema>, (subschema) => map(subschema, keyword))];
      default:
        return [keyword, value];
    }
  });
  return Object.fromEntries(mapped);
}

function mapMembers(schemas: Record<string, Schema>, map: (schema: Schema) => Schema): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, map(schema)]));
}
