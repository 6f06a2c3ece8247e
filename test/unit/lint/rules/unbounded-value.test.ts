import { describe, it } from "vitest";
import { unboundedValue } from "../../../../src/lint/rules/unbounded-value.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("unbounded-value", () => {
  it.each([
    [
      "a text",
      { type: "string" },
      "",
      'The text "c" has no greatest length.',
      'Add "maxLength", or a "pattern" with an end.',
    ],
    [
      "a text that a pattern does not end",
      { type: "string", pattern: "^a+$" },
      "",
      'The text "c" has no greatest length.',
      'Add "maxLength", or a "pattern" with an end.',
    ],
    [
      "a list",
      { type: "array", items: { enum: ["a"] } },
      "",
      'The list "c" has no greatest number of items.',
      'Add "maxItems".',
    ],
    [
      "a map",
      { type: "object", additionalProperties: { type: "boolean" } },
      "",
      'The object "c" has no greatest number of members.',
      'Add "maxProperties" and bounds for its names ("propertyNames") and values.',
    ],
    [
      "a text inside of an object",
      { type: "object", properties: { id: { type: "string" } } },
      "/properties/id",
      'The text "c.id" has no greatest length.',
      'Add "maxLength", or a "pattern" with an end.',
    ],
    [
      "a text in a bounded list",
      { type: "array", maxItems: 3, items: { type: "string" } },
      "/items",
      'The text "c[]" has no greatest length.',
      'Add "maxLength", or a "pattern" with an end.',
    ],
  ])("reports %s, once a claim", async (_, schema, pointer, message, help) => {
    await expectFindings(unboundedValue, { schema: { properties: { c: schema } } }, [
      { at: `schema.json#/properties/c${pointer}`, claim: "c", severity: "warn", message, help },
    ]);
  });

  it.each([
    ["a text with a greatest length", { type: "string", maxLength: 64 }],
    ["a text of a pattern with an end", { type: "string", pattern: "^[a-z]{2,8}$" }],
    ["a text of a format with one length", { type: "string", format: "date" }],
    ["an enum", { enum: ["a"] }],
    ["a list of different values of an enum", { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true }],
    [
      "a map with bounds",
      {
        type: "object",
        additionalProperties: { type: "boolean" },
        propertyNames: { maxLength: 20 },
        maxProperties: 5,
      },
    ],
    ["an enum that is meant to grow", { anyOf: [{ enum: ["free", "team"] }, { type: "string" }] }],
    ["a number", { type: "number" }],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(unboundedValue, { schema: { properties: { c: schema } } }, []);
  });

  it("leaves tokens of a third party, and what the shipped vocabulary says, as they are", async () => {
    const schema = { properties: { c: { type: "string" } } };
    await expectFindings(unboundedValue, { schema, token: { helpers: ["verify"] } }, []);
    const email = { properties: { email: { $ref: "claimsmith:iana-jwt#/$defs/email" } } };
    await expectFindings(unboundedValue, { schema: email }, []);
  });
});
