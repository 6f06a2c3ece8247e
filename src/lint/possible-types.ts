import { type Definitions, definitionOf } from "../model/in-place.js";
import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";

/** A type of JSON; `integer` is a `number`. */
export type ValueType = Exclude<JsonTypeName, "integer">;

const ALL: ReadonlySet<ValueType> = new Set(["null", "boolean", "number", "string", "array", "object"]);

/** The types that a schema's values can have, as far as `type`, `enum`, `const` and references say so; never too few. */
export function possibleTypes(schema: Schema, definitions: Definitions): ReadonlySet<ValueType> {
  const known = new Map<SchemaObject, ReadonlySet<ValueType>>();
  const read = (schema: Schema): ReadonlySet<ValueType> => {
    if (typeof schema === "boolean") return schema ? ALL : new Set();
    const before = known.get(schema);
    if (before !== undefined) return before;
    // What refers to itself says nothing new.
    known.set(schema, ALL);
    const types = conjuncts(schema, definitions).reduce(
      (types, branches) => intersect(types, unite(branches.map(read))),
      ownTypes(schema),
    );
    known.set(schema, types);
    return types;
  };
  return read(schema);
}

/** Lists of alternatives, of which one of each list applies. */
function conjuncts(schema: SchemaObject, definitions: Definitions): readonly (readonly Schema[])[] {
  return [
    ...(schema.$ref === undefined ? [] : [[definitionOf(schema.$ref, definitions)]]),
    ...(schema.allOf ?? []).map((branch) => [branch]),
    ...(schema.anyOf === undefined ? [] : [schema.anyOf]),
    ...(schema.oneOf === undefined ? [] : [schema.oneOf]),
  ];
}

function ownTypes({ type, enum: values, const: constant }: SchemaObject): ReadonlySet<ValueType> {
  const listed =
    type === undefined ? ALL : new Set([type].flat().map((name) => (name === "integer" ? "number" : name)));
  const allowed = values ?? (constant === undefined ? undefined : [constant]);
  return allowed === undefined ? listed : intersect(listed, new Set(allowed.map(typeOfValue)));
}

/** The type of a JSON value. */
export function typeOfValue(value: JsonValue): ValueType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  // Holds because a JSON value is nothing else.
  return typeof value as "boolean" | "number" | "string" | "object";
}

function intersect(left: ReadonlySet<ValueType>, right: ReadonlySet<ValueType>): ReadonlySet<ValueType> {
  return new Set([...left].filter((type) => right.has(type)));
}

function unite(sets: readonly ReadonlySet<ValueType>[]): ReadonlySet<ValueType> {
  return new Set(sets.flatMap((set) => [...set]));
}
