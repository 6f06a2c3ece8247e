import { describe, expect, it } from "vitest";
import { createAjv } from "../../../../src/schema/compile/ajv-instance.js";
import { compileSchema, compileValidators, type SchemaValidator } from "../../../../src/schema/compile/compile.js";
import { splitProperties } from "../../../../src/schema/compile/split-properties.js";
import type { Schema } from "../../../../src/schema/json-schema.js";
import { runValidators } from "../../../support/run-validators.js";

/** Claims of which every third takes cases, which ajv writes, and the others a simple schema or a definition of one. */
function wide(count: number): Schema {
  const kinds: Schema[] = [
    { type: "string", maxLength: 3 },
    { anyOf: [{ type: "null" }, { minimum: 5, uniqueItems: true }] },
    { $ref: "#/$defs/Id" },
  ];
  const members = Array.from({ length: count }, (_, index) => [`c${index}`, kinds[index % 3]]);
  return {
    $defs: { Id: { type: "object", properties: { id: { type: "string", pattern: "^i" } }, required: ["id"] } },
    type: "object",
    properties: Object.fromEntries(members),
    required: ["c0", "c1"],
    additionalProperties: false,
  };
}

const VALUES: readonly unknown[] = [
  {},
  { c0: "a", c1: null },
  { c0: "long", c1: 4, c2: {}, c3: 1 },
  { c0: "a", c1: null, c2: { id: "x" }, c640: 1, c641: { id: 1 }, other: 1 },
  { c0: "a", c1: null, c899: "a" },
  [],
];

/** What is wrong with each value, as places and keywords in an order of their own. */
function faultsOf(validate: SchemaValidator | undefined): readonly unknown[] {
  return VALUES.map((value) =>
    validate?.(value) ? [] : validate?.errors?.map(({ instancePath, keyword }) => `${keyword} ${instancePath}`).sort(),
  );
}

describe("splitProperties", () => {
  it("leaves verdicts and faults what they are", () => {
    const schema = wide(900);
    // What ajv makes of the schema when nothing is taken apart.
    const whole = createAjv().compile(schema) as SchemaValidator;
    expect(faultsOf(whole).map((faults) => (faults as unknown[]).length)).toEqual([2, 0, 6, 6, 1, 1]);
    expect(faultsOf(compileSchema(schema))).toEqual(faultsOf(whole));
    expect(faultsOf(runValidators(compileValidators({ v: schema }))["v"])).toEqual(faultsOf(whole));
  });

  it("makes no function of many members", () => {
    const names = (code: string) => code.match(/^function (?:validate|keyword)\d+/gm)?.length;
    // 200 simple members a function, and 200 others: 600 and 300.
    expect(names(compileValidators({ v: wide(900) }).code)).toBe(1 + 3 + 2);
    expect(names(compileValidators({ v: wide(3) }).code)).toBe(2);
  });

  it("takes no name that a definition has", () => {
    const schema = wide(900);
    if (typeof schema === "boolean") throw new TypeError("no object");
    const split = splitProperties({ ...schema, $defs: { ...schema.$defs, part2: { const: 1 } } }, { simple: true });
    if (typeof split === "boolean") throw new TypeError("no object");
    expect(Object.keys(split.$defs ?? {})).toEqual(["Id", "part2", "part3", "part4"]);
    expect(split.$defs?.["part2"]).toEqual({ const: 1 });
  });

  it("leaves to ajv what has cases, references or depends on what was evaluated", () => {
    const simple = (member: Schema) => {
      const split = splitProperties({ properties: { a: member } }, { simple: true });
      return typeof split !== "boolean" && Object.hasOwn(split, "claimsmith:simple");
    };
    expect(simple({ type: "string" })).toBe(true);
    expect(simple({ items: { enum: [1] } })).toBe(true);
    expect(simple({ anyOf: [{ type: "string" }, { items: { enum: [1] } }] })).toBe(true);
    for (const member of [
      true,
      { oneOf: [{ type: "string" }] },
      { anyOf: [{ type: "string" }, false] },
      { $ref: "#/$defs/gone" },
      { properties: { b: { not: {} } } },
      { unevaluatedProperties: { type: "string" } },
      { uniqueItems: true },
    ] as Schema[]) {
      expect(simple(member)).toBe(false);
    }
  });
});

describe("validators of simple members", () => {
  it("report what ajv reports, in its words", () => {
    const schema: Schema = {
      properties: {
        text: { type: "string", minLength: 2, maxLength: 3, pattern: "^a", format: "email" },
        number: { type: "number", minimum: 2, exclusiveMaximum: 3, multipleOf: 2 },
        "a/b~%": { type: "array", minItems: 2, maxItems: 1, items: { type: "integer" } },
        object: { required: ["x"], properties: { x: { const: { y: 1 } }, y: { enum: [1, "a"] } } },
        listed: { type: "string", enum: ["a", "b"] },
        fixed: { type: "integer", const: 7 },
        untyped: { maxLength: 1, minimum: 5, maxItems: 0 },
      },
    };
    const values = [
      { text: "😀", number: 7.5, "a/b~%": ["a", 1.5, 1], object: { y: 2 }, listed: "c", fixed: 8, untyped: "ab" },
      { text: "abcd", number: 1, "a/b~%": [], object: { x: { y: 2 }, y: "a" }, listed: 1, fixed: 7.5, untyped: 1 },
      { text: 1, number: Number.NaN, "a/b~%": {}, object: [], untyped: [1] },
      { text: "a", number: "1", "a/b~%": null, object: { x: { y: 1 } }, untyped: null },
    ];
    const ours = runValidators(compileValidators({ v: schema }))["v"];
    const theirs = compileSchema(schema);
    const sorted = (errors: SchemaValidator["errors"]) => errors?.map((error) => JSON.stringify(error)).sort();
    for (const value of values) {
      expect([ours?.(value), theirs(value)]).toEqual([false, false]);
      const words = ours?.errors?.map(({ instancePath, schemaPath, keyword, params }) => ({
        instancePath,
        schemaPath,
        keyword,
        params,
      }));
      expect(sorted(words)).toEqual(sorted(theirs.errors));
    }
  });
});
