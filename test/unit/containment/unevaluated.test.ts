import { describe, expect, it } from "vitest";
import { rewriteUnevaluated } from "../../../src/containment/unevaluated.js";
import type { SchemaObject } from "../../../src/schema/json-schema.js";

const none = () => true;

describe("rewriteUnevaluated", () => {
  it("says what remains by the names that are known, where nothing depends on the value", () => {
    const schema: SchemaObject = { properties: { a: true }, unevaluatedProperties: { type: "string" } };
    expect(rewriteUnevaluated(schema, none)).toEqual({
      properties: { a: true },
      allOf: [
        {
          anyOf: [
            { allOf: [], properties: { a: true }, patternProperties: {}, additionalProperties: { type: "string" } },
          ],
        },
      ],
    });
  });

  it("makes one alternative for each part of oneOf, and two for each of anyOf that evaluates something", () => {
    const part = (name: string): SchemaObject => ({ properties: { [name]: true } });
    const count = (schema: SchemaObject) => {
      const last = rewriteUnevaluated({ ...schema, unevaluatedProperties: false }, none)?.allOf?.at(-1);
      return typeof last === "object" ? last.anyOf?.length : undefined;
    };
    expect(count({ oneOf: [part("a"), part("b"), part("c")] })).toBe(3);
    expect(count({ anyOf: [part("a"), part("b")] })).toBe(4);
    expect(count({ anyOf: [{ type: "object" }, { required: ["a"] }] })).toBe(1);
  });

  it("goes name by name where the ways are too many", () => {
    const anyOf = Array.from({ length: 7 }, (_, index) => ({ properties: { [`m${index}`]: true } }));
    const last = rewriteUnevaluated({ anyOf, unevaluatedProperties: false }, none)?.allOf?.at(-1);
    const names = Object.fromEntries(anyOf.flatMap(({ properties }) => Object.entries(properties)));
    expect(last).toEqual({
      anyOf: [
        {
          allOf: [
            { properties: names, patternProperties: {}, additionalProperties: false },
            ...anyOf.map((part, index) => ({
              anyOf: [{ allOf: [part] }, { properties: { [`m${index}`]: false } }],
            })),
          ],
        },
      ],
    });
  });

  it("gives up where there are too many ways to evaluate items, or members by pattern", () => {
    const items = Array.from({ length: 7 }, (_, index) => ({ prefixItems: Array(index + 1).fill(true) }));
    expect(rewriteUnevaluated({ anyOf: items, unevaluatedItems: false }, none)).toBeNull();
    const patterns = Array.from({ length: 7 }, (_, index) => ({ patternProperties: { [`^m${index}`]: true } }));
    expect(rewriteUnevaluated({ anyOf: patterns, unevaluatedProperties: false }, none)).toBeNull();
  });
});
