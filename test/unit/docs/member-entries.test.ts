import { expect, it } from "vitest";
import { memberEntries } from "../../../src/docs/member-entries.js";
import type { Schema } from "../../../src/schema/json-schema.js";

const TEXT = { type: "string" } as const;
const NODE: Schema = { type: "object", properties: { id: TEXT, next: { $ref: "#/$defs/Node" } }, required: ["id"] };

it.each<[string, Schema, readonly (readonly string[])[]]>([
  ["a text", TEXT, []],
  [
    "an object in a list",
    {
      type: "array",
      items: { type: "object", properties: { a: TEXT, b: { properties: { c: TEXT } } }, required: ["a"] },
    },
    [
      ["[].a", "text", "required"],
      ["[].b", "object with c", "optional"],
      ["[].b.c", "text", "optional"],
    ],
  ],
  [
    "one of several objects",
    {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" }, x: TEXT }, required: ["kind"] },
        { type: "object", properties: { kind: { const: "b" } }, required: ["kind"] },
      ],
    },
    [
      ["kind", 'always "a" or always "b"', "required in some cases"],
      ["x", "text", "optional"],
    ],
  ],
  [
    "an object that contains itself",
    { $ref: "#/$defs/Node" },
    [
      ["id", "text", "required"],
      ["next", "object with id and next", "optional"],
    ],
  ],
  ["hostile names", JSON.parse('{ "properties": { "__proto__": true } }'), [["__proto__", "any value", "optional"]]],
])("lists the members of %s", (_, schema, want) => {
  const { members, hasMoreMembers } = memberEntries(schema, { Node: NODE });
  expect(hasMoreMembers).toBe(false);
  expect(members.map(({ path, type, presence }) => [path, type, presence])).toEqual(want);
});

it.each<[string, Schema, number]>([
  ["members in members, eight levels of them", nested(8), 8],
  ["deeper ones no more", nested(9), 8],
  ["many members", withMembers(60), 60],
  ["more no more", withMembers(61), 60],
])("lists %s, and says where something is left out", (_, schema, want) => {
  const { members, hasMoreMembers } = memberEntries(schema, {});
  expect(members.length).toBe(want);
  expect(hasMoreMembers).toBe(want < countNames(schema));
});

function nested(levels: number): Schema {
  return levels === 0 ? TEXT : { type: "object", properties: { a: nested(levels - 1) } };
}

function withMembers(count: number): Schema {
  return { type: "object", properties: Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, TEXT])) };
}

function countNames(schema: Schema): number {
  if (typeof schema === "boolean") return 0;
  return Object.values(schema.properties ?? {}).reduce<number>((sum, member) => sum + 1 + countNames(member), 0);
}
