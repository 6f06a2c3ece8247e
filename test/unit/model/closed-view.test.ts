import { describe, expect, it } from "vitest";
import { closeSchema } from "../../../src/model/closed-view.js";
import { compileSchema } from "../../../src/schema/compile/compile.js";
import type { SchemaObject } from "../../../src/schema/json-schema.js";

const nested = { type: "object", properties: { a: { type: "string" } } } as const;

interface Case {
  readonly when: string;
  readonly schema: SchemaObject;
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
}

const cases: readonly Case[] = [
  { when: "the object is silent", schema: nested, accepts: [{}, { a: "x" }], refuses: [{ b: 1 }, { a: "x", b: 1 }] },
  {
    when: "an object further down is silent",
    schema: { properties: { n: nested }, additionalProperties: true },
    accepts: [{ n: { a: "x" }, other: 1 }],
    refuses: [{ n: { b: 1 } }],
  },
  {
    when: "items, tuples and maps hold silent objects",
    schema: {
      properties: {
        list: { items: nested },
        tuple: { prefixItems: [nested] },
        map: { additionalProperties: nested },
        pattern: { patternProperties: { "^p": nested } },
      },
    },
    accepts: [
      { list: [{ a: "x" }], tuple: [{ a: "x" }], map: { k: { a: "x" } }, pattern: { p1: { a: "x" }, q: { b: 1 } } },
    ],
    refuses: [{ list: [{ b: 1 }] }, { tuple: [{ b: 1 }] }, { map: { k: { b: 1 } } }, { pattern: { p1: { b: 1 } } }],
  },
  {
    when: "what allOf, anyOf, oneOf, then and $ref beside it declare counts as declared",
    schema: {
      properties: { a: true },
      allOf: [{ properties: { b: true } }],
      anyOf: [{ properties: { c: true }, required: ["c"] }, true],
      oneOf: [{ properties: { d: true }, required: ["d"] }, { not: { required: ["d"] } }],
      if: { required: ["a"] },
      then: { properties: { e: true } },
      $ref: "#/$defs/more",
      $defs: { more: { properties: { f: true } } },
    },
    accepts: [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }],
    refuses: [{ a: 1, g: 1 }, { e: 1 }],
  },
  {
    when: "the object declares no property at all",
    schema: { properties: { free: { type: "object" }, map: { type: "object", minProperties: 1 } } },
    accepts: [{ free: { anything: 1 }, map: { k: 1 } }],
    refuses: [{ other: 1 }],
  },
  {
    when: "it states additionalProperties itself",
    schema: { properties: { a: true }, additionalProperties: { type: "number" } },
    accepts: [{ a: "x", b: 1 }],
    refuses: [{ b: "x" }],
  },
  {
    when: "it states patternProperties itself",
    schema: { properties: { a: true }, patternProperties: { "^x-": { type: "number" } } },
    accepts: [{ a: 1, "x-b": 1, other: true }],
    refuses: [{ "x-b": "no" }],
  },
  {
    when: "a part that always applies states it",
    schema: { properties: { a: true }, allOf: [{ patternProperties: { "^x-": true } }] },
    accepts: [{ a: 1, other: true }],
    refuses: [],
  },
  {
    when: "one branch leaves the rest open by patternProperties, another is silent",
    schema: {
      properties: { kind: true },
      oneOf: [
        { properties: { kind: { const: "open" } }, patternProperties: { "^x-": true } },
        { properties: { kind: { const: "shut" }, a: true } },
      ],
      required: ["kind"],
    },
    accepts: [
      { kind: "open", anything: 1 },
      { kind: "shut", a: 1 },
    ],
    refuses: [{ kind: "shut", anything: 1 }],
  },
  {
    when: "an author closes around a branch with patternProperties",
    schema: { anyOf: [{ patternProperties: { "^x-": true } }], properties: { a: true }, unevaluatedProperties: false },
    accepts: [{ a: 1, "x-b": 1 }],
    refuses: [{ other: 1 }],
  },
  {
    when: "it stands under not, if or contains, whose meaning must stay",
    schema: {
      properties: {
        n: { not: { properties: { secret: { type: "string" } }, required: ["secret"] } },
        c: { type: "array", contains: nested, maxContains: 1 },
      },
      if: { properties: { n: { properties: { flag: { const: true } }, required: ["flag"] } }, required: ["n"] },
      then: { required: ["c"] },
    },
    accepts: [{ n: { anything: 1 } }, { n: { flag: true, more: 1 }, c: [{ a: "x" }] }],
    refuses: [{ n: { secret: "s", more: 1 } }, { n: { flag: true, more: 1 } }, { c: [{ b: 1 }, { b: 2 }] }],
  },
  {
    when: "a definition is used in a place of its own, beside others, and under not",
    schema: {
      properties: {
        own: { $ref: "#/$defs/base" },
        mixed: { allOf: [{ $ref: "#/$defs/base" }], properties: { b: true } },
      },
      not: { properties: { own: { $ref: "#/$defs/base" } }, required: ["own", "never"] },
      $defs: { base: nested },
    },
    accepts: [{ own: { a: "x" }, mixed: { a: "x", b: 1 } }],
    refuses: [{ own: { b: 1 } }, { mixed: { c: 1 } }],
  },
  {
    when: "a property is required and nowhere declared",
    schema: {
      properties: { a: true, n: { properties: { b: true }, required: ["id"], allOf: [{ required: ["key"] }] } },
      required: ["a", "z"],
    },
    accepts: [
      { a: 1, z: 1 },
      { a: 1, z: 1, n: { id: 1, key: 2, b: 3 } },
    ],
    refuses: [{ a: 1 }, { a: 1, z: 1, y: 1 }, { a: 1, z: 1, n: { id: 1, key: 2, c: 3 } }],
  },
  {
    when: "a definition contains itself",
    schema: {
      $ref: "#/$defs/node",
      $defs: { node: { type: "object", properties: { next: { $ref: "#/$defs/node" }, v: true } } },
    },
    accepts: [{ next: { next: { v: 1 } } }],
    refuses: [{ next: { next: { w: 1 } } }],
  },
];

describe("closeSchema", () => {
  it.each(cases)("decides rightly on undeclared properties when $when", ({ schema, accepts, refuses }) => {
    const validate = compileSchema(closeSchema(schema));
    for (const value of accepts) expect(validate(value), JSON.stringify(value)).toBe(true);
    for (const value of refuses) expect(validate(value), JSON.stringify(value)).toBe(false);
  });

  it("leaves properties named like keywords alone", () => {
    const schema = { properties: { $ref: { type: "string" }, const: nested, not: nested } } as const;
    const validate = compileSchema(closeSchema(schema));
    expect(validate({ $ref: "x", const: { a: "x" }, not: { a: "x" } })).toBe(true);
    expect(validate({ const: { b: 1 } })).toBe(false);
  });

  it("does not change the schema that it was given", () => {
    const schema: SchemaObject = { properties: { n: { $ref: "#/$defs/n" } }, $defs: { n: nested } };
    const before = JSON.stringify(schema);
    closeSchema(schema);
    expect(JSON.stringify(schema)).toBe(before);
  });
});
