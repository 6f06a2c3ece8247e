import type { Type } from "./type.js";

const sizes = new WeakMap<Type, number>();

/** How many parts a type has when it is written out. Parts that are shared are written each time. */
export function sizeOfType(type: Type): number {
  const known = sizes.get(type);
  if (known !== undefined) return known;
  const size = partsOf(type).reduce((sum, part) => sum + sizeOfType(part), 1);
  sizes.set(type, size);
  return size;
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "array":
      return [type.items];
    case "tuple":
      return type.rest === null ? type.prefix : [...type.prefix, type.rest];
    case "object": {
      const rest = [
        ...(type.prefixes ?? []).map((prefix) => prefix.type),
        ...(type.index === null ? [] : [type.index]),
      ];
      return [...type.members.map((member) => member.type), ...rest];
    }
    case "union":
    case "intersection":
      return type.members;
    default:
      return [];
  }
}
