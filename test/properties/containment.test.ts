import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { includes } from "../../src/diff/includes.js";
import { compileSchema } from "../../src/schema/compile.js";
import type { JsonValue, Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { arbitrarySchema, arbitraryValue } from "../support/arbitrary-schema.js";
import { changeOf } from "../support/arbitrary-change.js";
import { isCounterexample } from "../support/counterexample.js";

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 400);
const STEPS = 4_000;

describe("containment", () => {
  const counts = { included: 0, "not-included": 0, unknown: 0, pessimistic: 0 };

  it("is not claimed where a drawn value contradicts it, and its witnesses hold, for unlike schemas", () => {
    const schema = arbitrarySchema(false);
    const values = fc.array(arbitraryValue, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(schema, schema, values, (a, b, drawn) => check(asObject(a), asObject(b), drawn)),
      { numRuns: RUNS, ...SEED },
    );
  });

  it("is not claimed where a drawn value contradicts it, and its witnesses hold, for a schema and a change of it", () => {
    const values = fc.array(arbitraryValue, { minLength: 40, maxLength: 40 });
    const pair = arbitrarySchema(false).chain((schema) => fc.tuple(fc.constant(schema), changeOf(schema)));
    fc.assert(
      fc.property(pair, values, ([a, b], drawn) => {
        check(asObject(a), asObject(b), drawn);
        check(asObject(b), asObject(a), drawn);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it("holds of each schema and itself under another order of its keywords", () => {
    fc.assert(
      fc.property(arbitrarySchema(false), (schema) => {
        const a = asObject(schema);
        const b = asObject(reversed(schema));
        expect(includes(a, b, { steps: STEPS })).toEqual({ verdict: "included" });
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it("is left open for few pairs only", () => {
    console.log(JSON.stringify(counts));
    expect(counts.pessimistic / (counts.included + counts.pessimistic + 1)).toBeLessThan(0.05);
  });

  function check(a: SchemaObject, b: SchemaObject, drawn: readonly JsonValue[]): void {
    const found = includes(a, b, { steps: STEPS });
    counts[found.verdict] += 1;
    if (found.verdict === "not-included") {
      expect(isCounterexample(a, b, found.witness), JSON.stringify(found.witness)).toBe(true);
      return;
    }
    const [inA, inB] = [compileSchema(a), compileSchema(b)];
    const refuting = drawn.filter((value) => inA(value) && !inB(value));
    if (found.verdict === "included") expect(refuting).toEqual([]);
    else if (refuting.length === 0) counts.pessimistic += 1;
  }
});

const SEED = process.env["CLAIMSMITH_PROPERTY_RUNS"] === undefined ? { seed: 20_260_731 } : {};

function asObject(schema: Schema): SchemaObject {
  if (typeof schema === "boolean") return schema ? {} : { not: {} };
  return schema;
}

/** The schema with all members of its objects in the opposite order; names of members stay what they are. */
function reversed(schema: Schema): Schema {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, turn(member)]),
    );
  };
  // Turning members round leaves a schema one.
  return turn(schema) as Schema;
}
