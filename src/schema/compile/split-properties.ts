import { definitionName, definitionReference } from "../definition-reference.js";
import type { Schema, SchemaObject } from "../json-schema.js";
import { mapSubschemas } from "../map-subschemas.js";
import { setOwn } from "../own-property.js";
import { SIMPLE_KEYWORD } from "../write/simple-keyword.js";
import { simpleMember } from "../write/simple-schema.js";
import { PARTS_KEYWORD } from "./parts-keyword.js";

/** The most members of an object that one function of ajv's checks: what ajv needs to write a function grows with its length. */
const MAX_MEMBERS = 200;

/** The longest definition, as JSON, that is written out where it is used. */
const MAX_REPEATED = 400;

/**
 * A prepared schema whose objects of many members have their schemas in definitions, each of which becomes a function of its own.
 * Equal in meaning, and in what counts as evaluated: `properties` keeps each name.
 *
 * @param options - `simple`: whether members with simple schemas are left to functions of ours, which only standalone code has
 */
export function splitProperties(prepared: Schema, { simple }: { readonly simple: boolean }): Schema {
  if (typeof prepared === "boolean") return prepared;
  const definitions: Record<string, Schema> = {};
  const taken = new Set(Object.keys(prepared.$defs ?? {}));
  const define = (schema: Schema): Schema => {
    const name = newName(taken);
    setOwn(definitions, name, schema);
    return { $ref: definitionReference(name) };
  };
  const lookUp = (reference: string): Schema | null => findShort(prepared, reference);
  const split = (schema: Schema): Schema => {
    if (typeof schema === "boolean" || schema.properties === undefined) return splitBelow(schema);
    const entries = Object.entries(schema.properties).filter(([, member]) => member !== true);
    const ours = simple ? entries.flatMap(([name, member]) => simpleMember(name, member, lookUp) ?? []) : [];
    const names = new Set(ours.map(({ name }) => name));
    const inner = splitBelow({ ...schema, properties: withoutSchemas(schema.properties, names) });
    const rest = Object.entries(inner.properties ?? {}).filter(([, member]) => member !== true);
    return {
      ...inner,
      ...(ours.length === 0 ? {} : { [SIMPLE_KEYWORD]: groupsOf(ours) }),
      ...(rest.length <= MAX_MEMBERS
        ? {}
        : {
            properties: withoutSchemas(inner.properties ?? {}, new Set(rest.map(([name]) => name))),
            [PARTS_KEYWORD]: groupsOf(rest).map((group) => define({ properties: Object.fromEntries(group) })),
          }),
    };
  };
  function splitBelow<One extends Schema>(schema: One): One {
    // What is made of an object is an object.
    return (typeof schema === "boolean" ? schema : mapSubschemas(schema, split)) as One;
  }
  const root = split(prepared);
  if (typeof root === "boolean" || Object.keys(definitions).length === 0) return root;
  return { ...root, $defs: { ...root.$defs, ...definitions } };
}

/** A definition that is short enough to be written out where it is used. */
function findShort({ $defs = {} }: SchemaObject, reference: string): Schema | null {
  const name = definitionName(reference);
  const definition = name !== null && Object.hasOwn($defs, name) ? $defs[name] : undefined;
  return definition !== undefined && JSON.stringify(definition).length <= MAX_REPEATED ? definition : null;
}

/** The members, without what is asked of some of them. */
function withoutSchemas(
  properties: Readonly<Record<string, Schema>>,
  names: ReadonlySet<string>,
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, names.has(name) || schema]));
}

function groupsOf<Item>(items: readonly Item[]): readonly Item[][] {
  return Array.from({ length: Math.ceil(items.length / MAX_MEMBERS) }, (_, index) =>
    items.slice(index * MAX_MEMBERS, (index + 1) * MAX_MEMBERS),
  );
}

function newName(taken: Set<string>): string {
  for (let number = taken.size; ; number++) {
    const name = `part${number}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
