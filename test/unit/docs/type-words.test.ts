import { describe, expect, it } from "vitest";
import { patternsOf, typeWords } from "../../../src/docs/type-words.js";
import type { Schema } from "../../../src/schema/json-schema.js";

describe("typeWords", () => {
  it.each<[Schema, string]>([
    [true, "any value"],
    [false, "no value"],
    [{ type: "string" }, "text"],
    [{ type: "string", minLength: 1 }, "text, not empty"],
    [{ type: "string", minLength: 1, maxLength: 64 }, "text, at most 64 characters, not empty"],
    [{ type: "string", minLength: 3, maxLength: 3 }, "text, exactly 3 characters"],
    [{ type: "string", format: "email", maxLength: 99 }, "e-mail address, at most 99 characters"],
    [{ type: "string", pattern: "^a" }, "text, of a fixed form"],
    [{ type: "integer", minimum: 1, maximum: 5 }, "whole number, from 1 to 5"],
    [{ type: "number", exclusiveMinimum: 0 }, "number, more than 0"],
    [{ type: "boolean" }, "true or false"],
    [{ type: ["string", "null"] }, "text or null"],
    [{ const: 1 }, "always 1"],
    [{ enum: ["a", "b", 3] }, '"a", "b" or 3'],
    [{ anyOf: [{ enum: ["a", "b"] }, { type: "string" }] }, '"a", "b" or another text'],
    [{ enum: Array.from({ length: 13 }, (_, at) => at) }, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or 12"],
    [{ type: "object", properties: { a: true, b: true, c: true, d: true, e: true } }, "object with a, b, c, d and e"],
    [{ type: ["string", "number", "boolean", "null", "object"] }, "text, number, true or false, null or object"],
    [{ enum: Array.from({ length: 14 }, (_, at) => at) }, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 or one of 2 more"],
    [
      { type: "array", items: { type: "string", maxLength: 9 }, maxItems: 5 },
      "list of texts, at most 5 items, each at most 9 characters",
    ],
    [{ type: "array", items: { $ref: "#/$defs/Role" }, uniqueItems: true }, 'list of "x" or "y", no two alike'],
    [{ anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] }, "text or list of texts"],
    [{ type: "object", properties: { a: true, b: true } }, "object with a and b"],
    [{ type: "object", additionalProperties: { type: "integer" } }, "object of whole numbers"],
    [{ $ref: "#/$defs/Loop" }, "list of lists of lists of any values"],
  ])("says of %j: %s", (schema, want) => {
    const definitions = {
      Role: { enum: ["x", "y"] },
      Loop: { type: "array", items: { $ref: "#/$defs/Loop" } } as const,
    };
    expect(typeWords(schema, definitions)).toBe(want);
  });

  it("says of a time that it is one, whatever its schema says", () => {
    expect(typeWords({ type: "number" }, {}, "exp")).toBe("time, in seconds since 1970");
  });
});

it("finds the patterns of a text, and of the texts in a list", () => {
  expect(patternsOf({ type: "array", items: { allOf: [{ pattern: "^a" }, { pattern: "b$" }] } }, {})).toEqual([
    "^a",
    "b$",
  ]);
});
