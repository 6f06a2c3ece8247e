import { describe, expect, it } from "vitest";
import { demandedValues } from "../../../src/examples/demanded-values.js";
import type { Schema } from "../../../src/schema/json-schema.js";

/** A schema within a schema, so many times. */
const nested = (times: number, wrap: (inner: Schema) => Schema) =>
  Array.from({ length: times }).reduce<Schema>((inner) => wrap(inner), { type: "string" });

const MANY = 1_000_000;

describe("demandedValues", () => {
  it.each<[what: string, schema: Schema, least: number, most: number]>([
    ["one value", { type: "string" }, 1, 5],
    ["members", { properties: { a: {}, b: { properties: { c: {} } } } }, 3, 20],
    ["a list that may be long, and need not be", { items: {}, maxItems: 1e9 }, 1, 10],
    ["items", { items: {}, minItems: 50 }, 50, 200],
    ["lists of lists", nested(6, (items) => ({ items, minItems: 50 })), MANY, Number.POSITIVE_INFINITY],
    ["lists whose limits stand apart", nested(6, (items) => ({ allOf: [{ minItems: 50 }, { items }] })), MANY, 1e300],
    ["lists that may not be short", nested(6, (items) => ({ not: { maxItems: 49 }, items })), MANY, 1e300],
    ["what has to be contained", nested(6, (contains) => ({ contains, minContains: 50 })), MANY, 1e300],
    ["members of any name", nested(6, (of) => ({ additionalProperties: of, minProperties: 50 })), MANY, 1e300],
  ])("counts %s", (_, schema, least, most) => {
    const count = demandedValues(schema, {});
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  it("follows references, and ends where they come back", () => {
    const Lists = { items: { items: { minItems: 1000, items: true }, minItems: 1000 }, minItems: 10 };
    expect(demandedValues({ $ref: "#/$defs/Lists" }, { Lists })).toBeGreaterThan(MANY);
    const Node = { properties: { next: { $ref: "#/$defs/Node" } }, required: ["next"] };
    expect(demandedValues({ $ref: "#/$defs/Node" }, { Node })).toBeLessThan(20);
  });
});
