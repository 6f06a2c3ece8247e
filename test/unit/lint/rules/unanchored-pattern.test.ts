import { describe, it } from "vitest";
import { unanchoredPattern } from "../../../../src/lint/rules/unanchored-pattern.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("unanchored-pattern", () => {
  it.each([
    ["admin", 'The pattern "admin" matches anywhere in a value, whatever stands before and after.', "^admin$"],
    ["^admin", 'The pattern "^admin" is not held at its end: anything may stand after what it matches.', "^admin$"],
    ["admin$", 'The pattern "admin$" is not held at its start: anything may stand before what it matches.', "^admin$"],
    ["^a|b$", 'The pattern "^a|b$" matches anywhere in a value, whatever stands before and after.', "^(?:^a|b$)$"],
  ])("reports %s", async (pattern, message, better) => {
    await expectFindings(unanchoredPattern, { schema: { properties: { c: { type: "string", pattern } } } }, [
      {
        at: "schema.json#/properties/c/pattern",
        claim: "c",
        severity: "warn",
        message,
        help: `Write "${better}"; or say with .* that anything may stand there.`,
      },
    ]);
  });

  it.each([
    ["a pattern from start to end", { type: "string", pattern: "^[a-z]+$" }],
    ["a choice in brackets", { type: "string", pattern: "^(?:a|b)$" }],
    ["a choice of anchored patterns", { type: "string", pattern: "^a$|^b$" }],
    ["openness in so many words", { type: "string", pattern: "^x-.*$" }],
    ["names of members, whose start is enough", { type: "object", patternProperties: { "^x-": {} } }],
    ["what is only refused", { type: "string", not: { pattern: "admin" } }],
    ["a pattern that is not read", { type: "string", pattern: "(?=a)" }],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(unanchoredPattern, { schema: { properties: { c: schema } } }, []);
  });
});
