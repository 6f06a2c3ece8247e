import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { includes } from "../../src/containment/includes.js";
import { Witnesses } from "../../src/containment/witness.js";
import { findReferenceLoop } from "../../src/schema/bundle/reference-loops.js";
import { compileSchema } from "../../src/schema/compile/compile.js";
import type { JsonValue, Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { mapSubschemas } from "../../src/schema/map-subschemas.js";
import { changeOf } from "../support/arbitrary-change.js";
import { arbitrarySchema, arbitraryValue } from "../support/arbitrary-schema.js";
import { isCounterexample, judgeOf } from "../support/counterexample.js";

const RUNS = Number(process.env["CLAIMSMITH_PROPERTY_RUNS"] ?? 400);
const STEPS = 4_000;
/** In milliseconds: a pair takes a few, and more where the machine is busy. */
const TIMEOUT = 60_000 + RUNS * 60;

describe("containment", { timeout: TIMEOUT }, () => {
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

  it("is not claimed where a drawn value contradicts it, for schemas with definitions that refer to themselves", () => {
    const parts = fc.tuple(arbitrarySchema(true), arbitrarySchema(true), arbitrarySchema(true));
    const values = fc.array(arbitraryValue, { minLength: 40, maxLength: 40 });
    const pair = parts.chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.tuple(changeOf(drawn[0]), changeOf(drawn[1]), changeOf(drawn[2]))),
    );
    fc.assert(
      fc.property(pair, values, ([before, after], drawn) => {
        const [a, b] = [withDefinitions(before), withDefinitions(after)];
        fc.pre(a !== null && b !== null && isCompilable(a) && isCompilable(b));
        check(a ?? {}, b ?? {}, drawn);
        check(b ?? {}, a ?? {}, drawn);
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
    const { verdict, ...rest } = includes(a, b, { steps: STEPS });
    counts[verdict] += 1;
    if ("witness" in rest) {
      expect(isCounterexample(a, b, rest.witness), JSON.stringify(rest.witness)).toBe(true);
      return;
    }
    const [inA, inB] = [judgeOf(a), judgeOf(b)];
    const near = drawn.filter((value) => inA(value) === true);
    const found = near.find((value) => inB(value) === false) ?? new Witnesses(a, b).search(near.slice(0, 3));
    if (found !== undefined && (isMisjudged(a) || isMisjudged(b))) return;
    if (verdict === "included") expect(found).toBeUndefined();
    else if (found === undefined) counts.pessimistic += 1;
  }
});

const SEED = process.env["CLAIMSMITH_PROPERTY_RUNS"] === undefined ? { seed: 20_260_731 } : {};

/** Whether a schema is one of those that validators judge wrongly: they do not count what `contains` matches for `unevaluatedItems`. */
function isMisjudged(schema: Schema): boolean {
  if (typeof schema === "boolean") return false;
  if (schema.unevaluatedItems !== undefined) return true;
  let isFound = false;
  mapSubschemas(schema, (part) => {
    isFound ||= isMisjudged(part);
    return part;
  });
  return isFound;
}

/** Whether ajv makes code of a schema: of some drawn ones that nest what is unevaluated it does not. */
function isCompilable(schema: Schema): boolean {
  try {
    compileSchema(schema);
    return true;
  } catch {
    return false;
  }
}

/** The first schema with the others as its definitions; null where a reference would come back to itself in place. */
function withDefinitions([root, a, b]: readonly [Schema, Schema, Schema]): SchemaObject | null {
  const loop = findReferenceLoop(
    root,
    new Map([
      ["#/$defs/A", a],
      ["#/$defs/B", b],
    ]),
  );
  return loop === null ? { ...asObject(root), $defs: { A: a, B: b } } : null;
}

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
