import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSchema, compileValidators, type SchemaValidator } from "../../../../src/schema/compile/compile.js";
import { prepareSchema } from "../../../../src/schema/compile/prepare-schema.js";
import { splitProperties } from "../../../../src/schema/compile/split-properties.js";
import type { Schema } from "../../../../src/schema/json-schema.js";
import { writePlainValidator } from "../../../../src/schema/write/plain-validator.js";
import { noImports } from "../../../../src/schema/write/runtime-imports.js";
import { arbitraryValue } from "../../../support/arbitrary-schema.js";
import { runValidators } from "../../../support/run-validators.js";

const NAMES = ["a", "b", "c", "x/y~z%", "constructor"];
const name = fc.constantFrom(...NAMES);
const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
const count = fc.integer({ min: 0, max: 3 });

/** Schemas of the keywords that are left to functions of ours, in any mixture. */
const simpleSchema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => {
  const schema = tie("schema");
  const keywords: Record<string, fc.Arbitrary<unknown>> = {
    type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(arbitraryValue, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) }),
    const: arbitraryValue,
    minimum: count,
    exclusiveMaximum: count,
    multipleOf: fc.integer({ min: 1, max: 2 }),
    minLength: count,
    maxLength: count,
    pattern: fc.constantFrom("^x-", "b$"),
    format: fc.constantFrom("date", "uuid", "int32"),
    items: schema,
    minItems: count,
    maxItems: count,
    properties: fc.dictionary(name, schema, { maxKeys: 3 }),
    additionalProperties: fc.oneof(fc.boolean(), schema),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
    anyOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
  };
  const parts = Object.entries(keywords).map(([keyword, value]) => value.map((drawn) => ({ [keyword]: drawn })));
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      { weight: 1, arbitrary: fc.constant<Schema>(true) },
      {
        weight: 6,
        // Keywords drawn one by one are keywords of a schema with values that they allow.
        arbitrary: fc
          .array(fc.oneof(...parts), { minLength: 1, maxLength: 4 })
          .map((some) => Object.assign({}, ...some) as Schema),
      },
    ),
  };
}).schema;

const objectSchema: fc.Arbitrary<Schema> = fc.record(
  {
    type: fc.constant("object" as const),
    properties: fc.dictionary(name, simpleSchema, { maxKeys: 4 }),
    required: fc.uniqueArray(name, { maxLength: 3 }),
    additionalProperties: fc.boolean(),
  },
  { requiredKeys: [] },
);

const plainSchema = fc
  .tuple(objectSchema, fc.option(fc.array(objectSchema, { maxLength: 2 }), { nil: undefined }))
  .map(([schema, allOf]) => (typeof schema === "boolean" || allOf === undefined ? schema : { ...schema, allOf }));

const value = fc.oneof(
  { weight: 1, arbitrary: arbitraryValue },
  { weight: 4, arbitrary: fc.dictionary(name, arbitraryValue, { maxKeys: 4 }) },
);

function isPlain(schema: Schema): boolean {
  return writePlainValidator(splitProperties(prepareSchema(schema), { simple: true }), noImports()) !== null;
}

/** Complaints in an order of their own. */
function sorted(errors: SchemaValidator["errors"]): readonly string[] | null {
  const texts = errors?.map(({ keyword, instancePath, schemaPath, params }) =>
    JSON.stringify([instancePath, schemaPath, keyword, params]),
  );
  return texts?.sort() ?? null;
}

describe("a validator that is written without ajv", () => {
  it("has the verdicts and the complaints of ajv, whatever the schema and the value", () => {
    fc.assert(
      fc.property(plainSchema, fc.array(value, { minLength: 4, maxLength: 8 }), (schema, values) => {
        expect(isPlain(schema)).toBe(true);
        const ours = runValidators(compileValidators({ v: schema }, []))["v"];
        const theirs = compileSchema(schema);
        for (const one of values) {
          expect([ours?.(one), sorted(ours?.errors)]).toEqual([theirs(one), sorted(theirs.errors)]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, Schema]>([
    ["members of simple schemas", { type: "object", properties: { a: { type: "string" } }, required: ["a"] }],
    ["an object that is closed", { properties: { a: { type: "string" } }, additionalProperties: false }],
    ["a member that is closed", { properties: { a: { properties: { b: true }, additionalProperties: false } } }],
    ["a member whose others have a schema", { properties: { a: { additionalProperties: { type: "string" } } } }],
    ["a member of several types", { properties: { a: { type: ["string", "null"], maxLength: 1 } } }],
    ["allOf of such objects", { allOf: [{ properties: { a: { type: "string" } } }, { required: ["a"] }] }],
    ["a short definition", { $defs: { A: { type: "string" } }, properties: { a: { $ref: "#/$defs/A" } } }],
  ])("is one of %s", (_, schema) => {
    expect(isPlain(schema)).toBe(true);
  });

  it.each<[string, Schema]>([
    ["a boolean", true],
    ["another type", { type: "string" }],
    ["cases", { oneOf: [{ required: ["a"] }, { required: ["b"] }] }],
    ["a member with cases", { properties: { a: { not: { type: "string" } } } }],
    ["a member that must not be there", { properties: { a: false } }],
    ["a reference", { $defs: { A: {} }, $ref: "#/$defs/A" }],
    ["a schema for other members", { additionalProperties: { type: "string" } }],
    ["patterns", { patternProperties: { "^x-": { type: "string" } } }],
    ["a name that ajv passes over", JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }')],
    ["what depends on what was evaluated", { allOf: [{ properties: { a: true } }], unevaluatedProperties: false }],
    ["a condition of its own in allOf", { allOf: [{ minProperties: 1 }] }],
  ])("is none of %s, which is left to ajv", (_, schema) => {
    expect(isPlain(schema)).toBe(false);
  });

  it("says where undeclared members are, however they are called", () => {
    const schema: Schema = {
      properties: {
        a: { properties: { b: true }, additionalProperties: { type: "string" } },
        c: { type: "object", additionalProperties: false },
      },
      additionalProperties: false,
    };
    const validate = runValidators(compileValidators({ v: schema }))["v"];
    const value = { a: JSON.parse('{ "b": 1, "x/y~z": 2, "__proto__": 3 }'), c: { d: 1 }, e: 1 };
    expect(validate?.(value)).toBe(false);
    expect(sorted(validate?.errors)).toEqual([
      '["","#/additionalProperties","additionalProperties",{"additionalProperty":"e"}]',
      '["/a/__proto__","#/properties/a/additionalProperties/type","type",{"type":"string"}]',
      '["/a/x~1y~0z","#/properties/a/additionalProperties/type","type",{"type":"string"}]',
      '["/c","#/properties/c/additionalProperties","additionalProperties",{"additionalProperty":"d"}]',
    ]);
  });
});

describe("a constant of a schema", () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`m${index}`, { maxProperties: index }]));

  it("holds the names of members alone where nothing else is asked", () => {
    const { code } = compileValidators({ v: { properties: many, additionalProperties: false } }, []);
    const names = Object.keys(many).map((one) => `${JSON.stringify(one)}:true`);
    expect(code).toContain(`const schema0 = {"properties":{${names.join(",")}}};`);
  });

  it("holds all of the schema where a member's values are asked, too", () => {
    const values = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const schema: Schema = {
      properties: { ...many, listed: { enum: values, maxProperties: 1 } },
      additionalProperties: false,
    };
    const validate = runValidators(compileValidators({ v: schema }, []))["v"];
    expect([validate?.({ listed: "v299" }), validate?.({ listed: "w" }), validate?.({ other: 1 })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(validate?.errors?.map(({ keyword }) => keyword)).toEqual(["additionalProperties"]);
  });
});
