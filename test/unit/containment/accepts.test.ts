import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepts } from "../../../src/containment/accepts.js";
import { readSchema } from "../../../src/containment/read-schema.js";
import { TermTable } from "../../../src/containment/term-table.js";
import type { JsonValue, Schema } from "../../../src/schema/json-schema.js";
import { arbitrarySchema, arbitraryValue } from "../../support/arbitrary-schema.js";
import { judgeOf } from "../../support/counterexample.js";
import { HAS_SUITE, readSuite } from "../../support/json-schema-suite.js";

/** Terms and validators differ here: what ajv counts as evaluated though the `if` that matched it failed. */
const hasEvaluated = (schema: Schema) => JSON.stringify(schema).includes('"unevaluated');

function isValue(schema: Schema, value: JsonValue): boolean {
  return accepts(readSchema(schema, new TermTable()), value);
}

const STRING: Schema = { type: "string" };

describe("accepts", () => {
  it("agrees with the validator on drawn schemas and values", () => {
    fc.assert(
      fc.property(
        arbitrarySchema(false),
        fc.array(arbitraryValue, { minLength: 20, maxLength: 20 }),
        (schema, values) => {
          fc.pre(!hasEvaluated(schema));
          const judge = judgeOf(schema);
          const term = readSchema(schema, new TermTable());
          for (const value of values) {
            const verdict = judge(value);
            if (verdict !== null) expect(accepts(term, value), JSON.stringify(value)).toBe(verdict);
          }
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  const cases: readonly (readonly [schema: Schema, value: JsonValue, want: boolean])[] = [
    [{ properties: { constructor: STRING } }, {}, true],
    [{ required: ["toString"] }, {}, false],
    [{ required: ["__proto__"] }, JSON.parse('{"__proto__":1}'), true],
    [{ properties: JSON.parse('{"__proto__":{"type":"string"}}') }, JSON.parse('{"__proto__":1}'), false],
    [{ minLength: 2 }, "\u{1F600}", false],
    [{ multipleOf: 0.1 }, 0.3, false],
    [{ const: { a: 1, b: [1] } }, { b: [1], a: 1 }, true],
    [
      { uniqueItems: true },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      false,
    ],
    [{ format: "int32" }, 2 ** 31, false],
    [{ format: "an-unknown-one" }, "anything", true],
  ];
  it.each(cases)("says of %j and %j: %s", (schema, value, want) => {
    expect(isValue(schema, value)).toBe(want);
    expect(judgeOf(schema)(value)).toBe(want);
  });

  it.skipIf(!HAS_SUITE)("agrees with the JSON-Schema-Test-Suite (not run: no test data, where skipped)", () => {
    const wrong: string[] = [];
    for (const { outcome, tests, draft, file, description } of readSuite()) {
      if (outcome.kind !== "read") continue;
      for (const { data, valid, description: name } of tests) {
        if (isValue(outcome.schema, data) !== valid) wrong.push(`${draft} ${file}: ${description}: ${name}`);
      }
    }
    // Format is an assertion here, and an annotation to the suite; the rest is what the validators say otherwise, too.
    expect(wrong.filter((label) => !/format/.test(label))).toEqual([]);
  });
});
