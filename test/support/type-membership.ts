import type { JsonValue } from "../../src/schema/json-schema.js";
import type { NamedType, ObjectType, Type } from "../../src/types/type.js";

/**
 * Whether a JSON value is of a type, as the TypeScript compiler sees a value that is not fresh. With one
 * difference: an object type that is closed refuses other members, which the compiler does for fresh values only.
 */
export function isMember(value: JsonValue, type: Type, named: readonly NamedType[] = []): boolean {
  switch (type.kind) {
    case "unknown":
      return true;
    case "never":
      return false;
    case "primitive":
      return type.name === "null" ? value === null : typeof value === type.name;
    case "literal":
      return value === type.value;
    case "template":
      return (
        typeof value === "string" &&
        value.length >= type.prefix.length + type.suffix.length &&
        value.startsWith(type.prefix) &&
        value.endsWith(type.suffix)
      );
    case "otherString":
      return typeof value === "string";
    case "array":
      return Array.isArray(value) && value.every((item) => isMember(item, type.items, named));
    case "tuple":
      return isMemberOfTuple(value, type, named);
    case "object":
      return isMemberOfObject(value, type, named);
    case "reference": {
      const target = named.find(({ name }) => name === type.name);
      return target !== undefined && isMember(value, target.type, named);
    }
    case "union":
      return type.members.some((member) => isMember(value, member, named));
    case "intersection":
      return type.members.every((member) => isMember(value, member, named));
  }
}

function isMemberOfTuple(
  value: JsonValue,
  type: Extract<Type, { kind: "tuple" }>,
  named: readonly NamedType[],
): boolean {
  if (!Array.isArray(value) || value.length < type.required) return false;
  return value.every((item, at) => {
    const expected = type.prefix[at] ?? type.rest;
    return expected !== null && isMember(item, expected, named);
  });
}

/** Arrays and primitives are no objects here: a type that means them says so in a union. */
function isMemberOfObject(value: JsonValue, type: ObjectType, named: readonly NamedType[]): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const object = new Map<string, JsonValue>(Object.entries(value));
  for (const { name, type: expected, optional } of type.members) {
    const member = object.get(name);
    if (member === undefined ? !optional : !isMember(member, expected, named)) return false;
    object.delete(name);
  }
  for (const [name, rest] of object) {
    const prefix = type.prefixes?.find((candidate) => name.startsWith(candidate.prefix));
    if (prefix !== undefined) {
      if (!isMember(rest, prefix.type, named)) return false;
    } else if (type.index === null ? type.closed : !isMember(rest, type.index, named)) return false;
  }
  return true;
}
