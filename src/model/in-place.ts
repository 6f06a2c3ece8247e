import { definitionName } from "../schema/definition-reference.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** How a subschema that applies to the same value takes part: always, in some cases, or only as a condition. */
export type Role = "always" | "sometimes";

/** A schema object that applies to the same value as the schema it was found from. */
export interface InPlaceSchema {
  readonly schema: SchemaObject;
  readonly role: Role;
}

/** Looks up `#/$defs/NAME`. */
export type Definitions = Readonly<Record<string, Schema>>;

/**
 * The schema objects that apply in place, the schema itself first, then what `$ref`, `allOf`, `anyOf`, `oneOf`,
 * `if`, `then`, `else` and `dependentSchemas` add, each once. What stands under `not` only refuses and declares nothing.
 */
export function inPlaceSchemas(schema: Schema, definitions: Definitions): readonly InPlaceSchema[] {
  const found = new Map<SchemaObject, Role>();
  const pending: [Schema, Role][] = [[schema, "always"]];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const [current, role] = next;
    if (typeof current === "boolean") continue;
    const known = found.get(current);
    if (known === "always" || known === role) continue;
    found.set(current, role);
    pending.push(...branches(current, role, definitions));
  }
  return [...found].map(([found, role]) => ({ schema: found, role }));
}

/** The definition that a `$ref` of a bundle names; true where it names none. */
export function definitionOf(ref: string, definitions: Definitions): Schema {
  const name = definitionName(ref);
  return name !== null && Object.hasOwn(definitions, name) ? (definitions[name] ?? true) : true;
}

function* branches(schema: SchemaObject, role: Role, definitions: Definitions): Generator<[Schema, Role]> {
  if (schema.$ref !== undefined) yield [definitionOf(schema.$ref, definitions), role];
  for (const branch of schema.allOf ?? []) yield [branch, role];
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield [branch, "sometimes"];
  for (const branch of [schema.if, schema.then, schema.else]) if (branch !== undefined) yield [branch, "sometimes"];
  for (const branch of Object.values(schema.dependentSchemas ?? {})) yield [branch, "sometimes"];
}
