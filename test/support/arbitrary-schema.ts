// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import * as fc from "fast-check";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";

const NAMES = ["a", "b", "x-a", "x-b"];
const SCALARS: readonly JsonValue[] = [null, true, false, 0, 1, 1.5, "a", "b", "x-a", "x-ab", ""];

/** A few small JSON values that the schemas of {@link arbitrarySchema} tell apart. */
export const arbitraryValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom(...SCALARS) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...NAMES, "c"), tie("value"), { maxKeys: 3 }) },
  ),
})).value;

const name = fc.constantFrom(...NAMES);
const type = fc.constantFrom("null", "boolean", "integer", "number", "string", "array", "object");
const pattern = fc.constantFrom("^x-", "^a$", "b$", "^(a|b)$", "^x-.+b$", "^a|b", "^xa?", "a");
const count = fc.integer({ min: 0, max: 3 });

/** A schema in the bundled form, with references to the definitions `A` and `B` where asked. */
export function arbitrarySchema(withReferences: boolean): fc.Arbitrary<Schema> {
  return fc.letrec<{ schema: Schema }>((tie) => {
    const schema = tie("schema");
    const list = fc.array(schema, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(name, schema, { maxKeys: 3 });
    const keywords: Record<string, fc.Arbitrary<unknown>> = {
      type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
      enum: fc.uniqueArray(arbitraryValue, {
        minLength: 1,
        maxLength: 3,
        comparator: "SameValue",
        selector: (value) => JSON.stringify(value),
      }),
      const: arbitraryValue,
      minimum: count,
      multipleOf: fc.integer({ min: 1, max: 2 }),
      minLength: count,
      maxLength: count,
      pattern,
      prefixItems: list,
      items: schema,
      contains: schema,
      minContains: count,
      minItems: count,
      maxItems: count,
      uniqueItems: fc.boolean(),
      unevaluatedItems: schema,
      properties: map,
      patternProperties: fc.dictionary(pattern, schema, { maxKeys: 2 }),
      additionalProperties: schema,
      propertyNames: fc.oneof(schema, fc.record({ enum: fc.uniqueArray(name, { minLength: 1 }) })),
      unevaluatedProperties: schema,
      maxProperties: count,
      minProperties: count,
      required: fc.uniqueArray(name, { maxLength: 2 }),
      dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2 }),
      dependentSchemas: fc.dictionary(name, schema, { maxKeys: 2 }),
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: schema,
      ...(withReferences ? { $ref: fc.constantFrom("#/$defs/A", "#/$defs/B") } : {}),
    };
    const choice = fc.oneof(
      ...Object.entries(keywords).map(([keyword, value]) => value.map((drawn) => ({ [keyword]: drawn }))),
      fc.record({ if: schema, then: schema, else: schema }, { requiredKeys: ["if"] }),
    );
    return {
      schema: fc.oneof(
        { maxDepth: 3 },
        { weight: 1, arbitrary: fc.constantFrom<Schema>(true, false, {}) },
        // Keywords drawn one by one are keywords of a schema with values that they allow.
        {
          weight: 6,
          arbitrary: fc
            .array(choice, { minLength: 1, maxLength: 4 })
            .map((parts) => Object.assign({}, ...parts) as Schema),
        },
      ),
    };
  }).schema;
}
