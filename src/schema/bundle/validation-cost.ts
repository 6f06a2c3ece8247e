import type { Schema, SchemaObject } from "../json-schema.js";
import { holdsSchemas } from "../map-subschemas.js";

/** Keywords whose schemas apply to what the value holds, each part on its own. */
const OF_PARTS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "prefixItems",
  "items",
  "unevaluatedItems",
  "contains",
]);

/**
 * The most schemas that a validator may have to try on a value and down one path into it: what applies in place adds up, of what
 * applies to different parts the dearest counts. Definitions that refer to each other twice, and twice again, make it
 * two to the power of their number. A recursion counts once, since only the value says how deep it goes.
 *
 * @param definitions - by the text of the reference that names them
 */
export function validationCost(root: Schema, definitions: ReadonlyMap<string, Schema>): number {
  const known = new Map<SchemaObject, number>();
  const measure = (schema: Schema): number => {
    if (typeof schema === "boolean") return 1;
    const before = known.get(schema);
    if (before !== undefined) return before;
    known.set(schema, 1);
    let inPlace = 1;
    let dearest = 0;
    const target = schema.$ref === undefined ? undefined : definitions.get(schema.$ref);
    if (target !== undefined) inPlace += measure(target);
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === "$defs") continue;
      for (const below of schemasIn(keyword, value)) {
        const cost = measure(below);
        if (OF_PARTS.has(keyword)) dearest = Math.max(dearest, cost);
        else inPlace += cost;
      }
    }
    known.set(schema, inPlace + dearest);
    return inPlace + dearest;
  };
  return measure(root);
}

/** The schemas in a keyword's value. The casts hold because a bundle was checked against its metaschema. */
function schemasIn(keyword: string, value: unknown): readonly Schema[] {
  switch (holdsSchemas(keyword)) {
    case "schema":
      return [value as Schema];
    case "list":
      return value as readonly Schema[];
    case "map":
      return Object.values(value as Readonly<Record<string, Schema>>);
    default:
      return [];
  }
}
