import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleWords } from "../../../src/emit/rule-words.js";
import { ALL_RULES } from "../../../src/runtime/claims/all-rules.js";
import * as rules from "../../../src/runtime/claims/rules.js";
import { compileValidators } from "../../../src/schema/compile/compile.js";
import type { Schema } from "../../../src/schema/json-schema.js";
import { arbitrarySchema, arbitraryValue } from "../../support/arbitrary-schema.js";
import { runValidators } from "../../support/run-validators.js";

function keywordsOf(schema: Schema): string[] {
  return [...ruleWords(compileValidators({ v: schema }).code).keys()];
}

describe("the rules of a validator's keywords", () => {
  it.each<{ schema: Schema; want: readonly string[] }>([
    { schema: { type: "object", properties: { a: { type: "string", minLength: 2 } } }, want: ["type", "minLength"] },
    { schema: { required: ["sub"], properties: { type: true } }, want: [] },
    // The name of a claim may be that of a keyword; that does no harm.
    { schema: { required: ["type"] }, want: ["type"] },
    { schema: { properties: { a: { const: 1 } } }, want: ["enum", "const"] },
    {
      schema: { properties: { a: { anyOf: [{ minimum: 1 }, { multipleOf: 3 }] } } },
      want: ["minimum", "multipleOf", "anyOf"],
    },
    { schema: { properties: { a: false } }, want: ["false schema"] },
    { schema: { properties: { a: { prefixItems: [{ type: "null" }], items: false } } }, want: ["type", "items"] },
    {
      schema: { properties: { a: { not: { uniqueItems: true }, contains: { type: "null" }, minContains: 2 } } },
      want: ["type", "minItems", "contains", "not"],
    },
    {
      schema: { propertyNames: { pattern: "^a" }, minProperties: 1 },
      want: ["pattern", "minProperties", "propertyNames"],
    },
    {
      schema: { properties: { a: { oneOf: [{ type: "null" }, { type: "array", unevaluatedItems: false }] } } },
      want: ["type", "oneOf", "false schema"],
    },
  ])("are those of $want", ({ schema, want }) => {
    expect(keywordsOf(schema)).toEqual(want);
  });

  it("are there for every fault that the validator finds", () => {
    fc.assert(
      fc.property(
        arbitrarySchema(false),
        fc.array(arbitraryValue, { minLength: 5, maxLength: 5 }),
        (schema, values) => {
          const compiled = compileValidators({ v: schema });
          const words = ruleWords(compiled.code);
          const validate = runValidators(compiled)["v"];
          const keywords = values.flatMap((value) =>
            validate?.(value) === false ? (validate.errors ?? []).map(({ keyword }) => keyword) : [],
          );
          expect(keywords.filter((keyword) => Object.hasOwn(ALL_RULES, keyword) && !words.has(keyword))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("are functions of the runtime, as its own table has them", () => {
    const named = ruleWords(
      Object.keys(ALL_RULES)
        .map((keyword) => `"${keyword}"`)
        .join(", "),
    );
    const functions = new Map(Object.entries(rules));
    expect(new Map([...named].map(([keyword, name]) => [keyword, functions.get(name)]))).toEqual(
      new Map(Object.entries(ALL_RULES)),
    );
  });
});
