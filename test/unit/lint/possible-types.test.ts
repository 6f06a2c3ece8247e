import { describe, expect, it } from "vitest";
import { possibleTypes, typeOfValue } from "../../../src/lint/possible-types.js";
import type { Schema } from "../../../src/schema/json-schema.js";

const ALL = ["null", "boolean", "number", "string", "array", "object"];

describe("possibleTypes", () => {
  it.each<[Schema, readonly string[]]>([
    [true, ALL],
    [false, []],
    [{}, ALL],
    [{ type: "integer" }, ["number"]],
    [{ type: ["string", "null"] }, ["string", "null"]],
    [{ enum: ["a", 1, null] }, ["string", "number", "null"]],
    [{ const: {} }, ["object"]],
    [{ type: "string", enum: [1] }, []],
    [{ $ref: "#/$defs/text" }, ["string"]],
    [{ $ref: "#/$defs/text", type: ["string", "number"] }, ["string"]],
    [{ allOf: [{ type: ["string", "number"] }, { type: ["number", "null"] }] }, ["number"]],
    [{ anyOf: [{ type: "string" }, { type: "array" }] }, ["string", "array"]],
    [{ oneOf: [{ type: "string" }, { $ref: "#/$defs/text" }] }, ["string"]],
    [{ anyOf: [{ type: "string" }, true] }, ALL],
    [{ $ref: "#/$defs/itself" }, ["string"]],
    [{ $ref: "#/$defs/nowhere" }, ALL],
  ])("of %j are %j", (schema, want) => {
    const definitions = {
      text: { type: "string" },
      itself: { type: "string", anyOf: [{ $ref: "#/$defs/itself" }, {}] },
    } as const;
    expect([...possibleTypes(schema, definitions)].sort()).toEqual([...want].sort());
  });

  it("are found in no time where each definition refers twice to the next", () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 60 }, (_, index): [string, Schema] => {
        const next = { $ref: `#/$defs/d${index + 1}` };
        return [`d${index}`, { anyOf: [next, next] }];
      }),
    );
    expect([...possibleTypes({ $ref: "#/$defs/d0" }, definitions)]).toEqual(ALL);
  });
});

it.each([
  [null, "null"],
  [true, "boolean"],
  [1, "number"],
  ["a", "string"],
  [[], "array"],
  [{}, "object"],
] as const)("typeOfValue(%j) is %s", (value, want) => {
  expect(typeOfValue(value)).toBe(want);
});
