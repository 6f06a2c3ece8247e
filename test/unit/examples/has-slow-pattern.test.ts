import { describe, expect, it } from "vitest";
import { hasSlowPattern } from "../../../src/examples/has-slow-pattern.js";

const SLOW = "^(?=a)(a+)+$";

describe("hasSlowPattern", () => {
  it.each<[what: string, schema: object, isSlow: boolean]>([
    ["no pattern", { type: "string" }, false],
    ["a pattern that an automaton decides", { pattern: "^(a+)+$" }, false],
    ["a pattern for values", { properties: { a: { pattern: SLOW } } }, true],
    ["a pattern for names", { patternProperties: { [SLOW]: {} } }, true],
    ["a pattern in a list", { anyOf: [{}, { not: { pattern: SLOW } }] }, true],
    ["a claim that is called pattern", { properties: { pattern: { type: "string" } } }, false],
    ["a text that is no pattern, under that name", { const: { pattern: "(" } }, false],
  ])("finds it: %s", (_, schema, isSlow) => {
    expect(hasSlowPattern(schema)).toBe(isSlow);
  });
});
