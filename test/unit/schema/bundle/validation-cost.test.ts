import { describe, expect, it } from "vitest";
import { validationCost } from "../../../../src/schema/bundle/validation-cost.js";
import { definitionReference } from "../../../../src/schema/definition-reference.js";
import type { Schema } from "../../../../src/schema/json-schema.js";

function cost(root: Schema, definitions: Readonly<Record<string, Schema>> = {}): number {
  return validationCost(
    root,
    new Map(Object.entries(definitions).map(([name, schema]) => [definitionReference(name), schema])),
  );
}

const to = (name: string): Schema => ({ $ref: definitionReference(name) });

describe("validationCost", () => {
  it.each<[string, Schema, number]>([
    ["a boolean", true, 1],
    ["one schema", { type: "string" }, 1],
    ["what applies in place adds up", { allOf: [{ minLength: 1 }, { pattern: "a" }], not: { const: "b" } }, 4],
    ["of the members the dearest counts", { properties: { a: { allOf: [true, true] }, b: {}, c: {} } }, 4],
    ["so it is with items", { items: { items: { type: "string" } } }, 3],
  ])("counts: %s", (_, schema, want) => {
    expect(cost(schema)).toBe(want);
  });

  it("grows with a chain of references, and doubles where each refers twice", () => {
    const chain = (step: (next: Schema) => Schema) =>
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`d${index}`, step(to(`d${index + 1}`))]));
    expect(cost(to("d0"), { ...chain((next) => ({ allOf: [next] })), d20: true })).toBeLessThan(100);
    expect(cost(to("d0"), { ...chain((next) => ({ allOf: [next, next] })), d20: true })).toBeGreaterThan(2 ** 20);
    expect(
      cost(to("d0"), { ...chain((next) => ({ properties: { a: { anyOf: [next, next] } } })), d20: true }),
    ).toBeGreaterThan(2 ** 20);
    expect(cost(to("d0"), { ...chain((next) => ({ properties: { a: next, b: next } })), d20: true })).toBeLessThan(100);
  });

  it("counts a recursion once", () => {
    expect(cost(to("node"), { node: { properties: { next: to("node"), other: to("node") } } })).toBe(4);
  });
});
