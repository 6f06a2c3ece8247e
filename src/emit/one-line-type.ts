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

/** The type of an object type's member; of a union, what the member is in any of its branches. Null where none has it. */
export function memberType(type: Type, name: string): Type | null {
  switch (type.kind) {
    case "object":
      return type.members.find((member) => member.name === name)?.type ?? null;
    case "union":
    case "intersection": {
      const found = type.members
        .flatMap((branch) => memberType(branch, name) ?? [])
        .filter(({ kind }) => kind !== "never");
      const unlike = new Map(found.map((one) => [oneLineType(one), one]));
      const [only = null, ...more] = unlike.values();
      return more.length === 0 ? only : { kind: type.kind, members: [...unlike.values()] };
    }
    default:
      return null;
  }
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
