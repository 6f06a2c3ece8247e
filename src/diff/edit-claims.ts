import { inPlaceSchemas } from "../model/in-place.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";

/** What becomes of one claim: its schema, or null where it is no longer declared; and whether it is demanded. */
export interface ClaimEdit {
  readonly schema: Schema | null;
  readonly required: boolean;
}

/**
 * A claim set's schema in which some claims are declared otherwise: where they are declared now, behind references and
 * `allOf` too, else at the root. They are demanded at the root or not at all.
 */
export function editClaims(root: SchemaObject, edits: ReadonlyMap<string, ClaimEdit>): SchemaObject {
  const places = inPlaceSchemas(root, root.$defs ?? {}).filter(({ role }) => role === "always");
  const edited = new Set(places.map(({ schema }) => schema));
  const declared = new Set(places.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));

  const edit = (schema: Schema): Schema => {
    if (typeof schema === "boolean") return schema;
    const inner = mapSubschemas(schema, edit);
    return edited.has(schema) ? withEdits(inner, edits) : inner;
  };
  // A schema object is edited to a schema object.
  const result = edit(root) as SchemaObject;
  const added = [...edits].flatMap(([name, { schema }]): [string, Schema][] =>
    schema === null || declared.has(name) ? [] : [[name, schema]],
  );
  const demanded = [...edits].filter(([, { required }]) => required).map(([name]) => name);
  return {
    ...result,
    properties: Object.fromEntries([...Object.entries(result.properties ?? {}), ...added]),
    required: [...(result.required ?? []), ...demanded],
  };
}

function withEdits(schema: SchemaObject, edits: ReadonlyMap<string, ClaimEdit>): SchemaObject {
  const { properties, required } = schema;
  const members = Object.entries(properties ?? {}).flatMap(([name, member]): [string, Schema][] => {
    const edit = edits.get(name);
    if (edit === undefined) return [[name, member]];
    return edit.schema === null ? [] : [[name, edit.schema]];
  });
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(members) }),
    ...(required === undefined ? {} : { required: required.filter((name) => !edits.has(name)) }),
  };
}
