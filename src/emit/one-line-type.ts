import { printType } from "../types/print-type.js";
import type { Type } from "../types/type.js";

/**
 * A type on one line and without comments, for a table: `{ kind: "invoice"; id: string }[]`.
 */
export function oneLineType(type: Type): string {
  // Printed text breaks a line only behind `{`, behind a member and before `|`; literals hold no line break.
  // The first `|` of a union that has a line for each member stands behind what opens it.
  return printType(withoutComments(type))
    .replace(/(^|[([.]|[:,&] )\n\| /g, "$1")
    .replaceAll("\n| ", " | ")
    .replaceAll("{\n", "{ ")
    .replaceAll("\n}", " }")
    .replaceAll("\n", "; ");
}

/** The types of an object type's members by their names; of a union, what a member is in any of its branches. */
export function memberTypes(type: Type): ReadonlyMap<string, Type> {
  switch (type.kind) {
    case "object":
      return new Map(type.members.map((member) => [member.name, member.type]));
    case "union":
    case "intersection": {
      const found = new Map<string, Type[]>();
      for (const [name, one] of type.members.flatMap((branch) => [...memberTypes(branch)])) {
        const others = found.get(name);
        if (others === undefined) found.set(name, [one]);
        else others.push(one);
      }
      return new Map([...found].flatMap(([name, types]) => combined(name, type.kind, types)));
    }
    default:
      return new Map();
  }
}

/** One type of those that a member has in the branches of a union or intersection; nothing where it is in none. */
function combined(name: string, kind: "union" | "intersection", types: readonly Type[]): [string, Type][] {
  const unlike = new Map(types.flatMap((one) => (one.kind === "never" ? [] : [[oneLineType(one), one]])));
  const [only, ...more] = unlike.values();
  if (only === undefined) return [];
  return [[name, more.length === 0 ? only : { kind, members: [...unlike.values()] }]];
}

function withoutComments(type: Type): Type {
  switch (type.kind) {
    case "array":
      return { ...type, items: withoutComments(type.items) };
    case "tuple":
      return {
        ...type,
        prefix: type.prefix.map(withoutComments),
        rest: type.rest === null ? null : withoutComments(type.rest),
      };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(withoutComments) };
    case "object": {
      const members = type.members.map((member) => ({
        ...member,
        type: withoutComments(member.type),
        documentation: null,
      }));
      const prefixes = type.prefixes?.map((prefix) => ({ ...prefix, type: withoutComments(prefix.type) }));
      return {
        ...type,
        members,
        index: type.index === null ? null : withoutComments(type.index),
        ...(prefixes === undefined ? {} : { prefixes }),
      };
    }
    default:
      return type;
  }
}
