import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../src/schema/compile/compile.js";
import type { JsonValue, Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { printType } from "../../src/types/print-type.js";
import { isNever, schemaToTypes, typeOfSchema } from "../../src/types/schema-to-types.js";
import { arbitrarySchema, arbitraryValue } from "../support/arbitrary-schema.js";
import { isMember } from "../support/type-membership.js";

const RUNS = Number(process.env.CLAIMSMITH_PROPERTY_RUNS ?? 600);

/** The values that the validator accepts; null where it refuses the schema, or runs around in it. */
function accept(schema: Schema, values: readonly JsonValue[]): readonly JsonValue[] | null {
  try {
    const validate = compileSchema(schema);
    return values.filter((value) => validate(value));
  } catch {
    return null;
  }
}

describe("types hold what the validator accepts", () => {
  test("for schemas without references", () => {
    fc.assert(
      fc.property(
        arbitrarySchema(false),
        fc.array(arbitraryValue, { minLength: 8, maxLength: 24 }),
        (schema, values) => {
          const accepted = accept(schema, values);
          if (accepted === null) return;
          const type = typeOfSchema(schema);
          for (const value of accepted) {
            if (!isMember(value, type)) expect.fail(`${JSON.stringify(value)} is no ${printType(type)}`);
          }
          if (isNever(type)) expect(accepted).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test("for schemas with definitions that refer to each other", () => {
    fc.assert(
      fc.property(
        arbitrarySchema(true),
        arbitrarySchema(true),
        arbitrarySchema(true),
        fc.array(arbitraryValue, { minLength: 8, maxLength: 24 }),
        (content, a, b, values) => {
          const root: SchemaObject = { allOf: [content], $defs: { A: a, B: b } };
          const accepted = accept(root, values);
          if (accepted === null) return;
          const { root: type, named } = schemaToTypes(root, { rootName: "Root", nameDefinition: (name) => name });
          for (const value of accepted) {
            if (isMember(value, type, named)) continue;
            const printed = named.map((each) => `${each.name} = ${printType(each.type)}`).join("\n");
            expect.fail(`${JSON.stringify(value)} is no ${printed}`);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
