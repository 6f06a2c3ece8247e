import { definitionName, definitionReference } from "../definition-reference.js";
import type { Schema, SchemaObject } from "../json-schema.js";
import { mapSubschemas } from "../map-subschemas.js";

/** One schema of what all the given roots accept, each with its own definitions. */
export function intersectRoots(roots: readonly SchemaObject[]): SchemaObject {
  const [only] = roots;
  if (only !== undefined && roots.length === 1) return only;
  const $defs: [string, Schema][] = [];
  const allOf = roots.map((root, index) => {
    const { body, definitions } = withPrefix(root, `${index}:`);
    $defs.push(...definitions);
    return body;
  });
  return { allOf, ...($defs.length === 0 ? {} : { $defs: Object.fromEntries($defs) }) };
}

/** A root whose definitions, and all references to them, have a prefix before their names, so that it can be put beside another. */
export function withPrefix(
  root: SchemaObject,
  prefix: string,
): { readonly body: SchemaObject; readonly definitions: readonly [string, Schema][] } {
  const { $defs = {}, ...body } = root;
  const rename = (schema: Schema): Schema => (typeof schema === "boolean" ? schema : renameObject(schema));
  const renameObject = (schema: SchemaObject): SchemaObject => {
    const renamed = mapSubschemas(schema, rename);
    return schema.$ref === undefined
      ? renamed
      : { ...renamed, $ref: definitionReference(prefix + (definitionName(schema.$ref) ?? "")) };
  };
  return {
    body: renameObject(body),
    definitions: Object.entries($defs).map(([name, schema]) => [prefix + name, rename(schema)]),
  };
}
