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
  const entries = memberEntries(schema, { Node: NODE });
  expect(entries.map(({ path, type, presence }) => [path, type, presence])).toEqual(want);
});
