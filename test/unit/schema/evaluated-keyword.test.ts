import { describe, expect, it } from "vitest";
import { compileSchema } from "../../../src/schema/compile/compile.js";
import type { SchemaObject } from "../../../src/schema/json-schema.js";

const foo: SchemaObject = { patternProperties: { foo: { type: "string" } } };
const first: SchemaObject = { prefixItems: [{ type: "string" }] };
const text: SchemaObject = { contains: { type: "string" } };

/** Cases that ajv alone decides otherwise, or not at all. */
describe("a validator", () => {
  it.each<[what: string, schema: SchemaObject, value: unknown, verdict: boolean]>([
    ["anyOf, from a case that fails", { anyOf: [foo, true], unevaluatedProperties: false }, { foo: 1 }, false],
    ["anyOf, from a case that holds", { anyOf: [foo, true], unevaluatedProperties: false }, { foo: "x" }, true],
    [
      "oneOf, from a case that fails",
      { oneOf: [foo, { required: ["foo"] }], unevaluatedProperties: false },
      { foo: 1 },
      false,
    ],
    ["if, where it fails", { if: foo, unevaluatedProperties: false }, { foo: 1 }, false],
    ["if, where it holds", { if: foo, unevaluatedProperties: false }, { foo: "x" }, true],
    [
      "dependentSchemas, which do not apply",
      { dependentSchemas: { a: foo }, properties: { a: true }, unevaluatedProperties: false },
      { foo: "x" },
      false,
    ],
    ["anyOf of arrays, from a case that fails", { anyOf: [first, true], unevaluatedItems: false }, [1], false],
    ["anyOf of arrays, from a case that holds", { anyOf: [first, true], unevaluatedItems: false }, ["x"], true],
  ])("takes as evaluated by %s", (_what, schema, value, verdict) => {
    expect(compileSchema(schema)(value)).toBe(verdict);
  });

  it("does not fall over patterns beside a branch that is not taken", () => {
    const schema: SchemaObject = {
      if: false,
      then: { properties: { a: true } },
      patternProperties: { "^x-": true },
    };
    expect(compileSchema(schema)({ a: 1, "x-b": null })).toBe(true);
  });

  it.each<[schema: SchemaObject, value: unknown, verdict: boolean]>([
    [{ items: text }, [["x"], []], false],
    [{ items: text }, [["x"], ["y"]], true],
    [{ additionalProperties: text }, { a: ["x"], b: [] }, false],
    [{ not: text }, [], true],
    [{ ...text, minContains: 0 }, [], true],
    [{ ...text, minContains: 2 }, ["x"], false],
  ])("judges `contains` on each array by itself: %j on %j", (schema, value, verdict) => {
    expect(compileSchema(schema)(value)).toBe(verdict);
  });
});
