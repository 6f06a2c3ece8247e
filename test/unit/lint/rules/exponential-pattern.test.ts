import { describe, it } from "vitest";
import { exponentialPattern } from "../../../../src/lint/rules/exponential-pattern.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("exponential-pattern", () => {
  it.each(["^(a+)+$", "(a|a)*b", "^(\\w+\\s?)*$"])("reports %s", async (pattern) => {
    await expectFindings(exponentialPattern, { schema: { properties: { c: { type: "string", pattern } } } }, [
      {
        at: "schema.json#/properties/c/pattern",
        claim: "c",
        severity: "error",
        message: `The pattern ${JSON.stringify(pattern)} takes exponential time on some texts that it refuses.`,
        help: "Two parts of the pattern can match the same characters, one inside or beside the other, as in (a+)+ or (a|a)*: leave only one way to match each text.",
      },
    ]);
  });

  it("reports a pattern for names of members", async () => {
    const c = { type: "object", patternProperties: { "^(x+)+$": { type: "string" } } };
    await expectFindings(exponentialPattern, { schema: { properties: { c } } }, [
      { at: "schema.json#/properties/c/patternProperties/^(x+)+$" },
    ]);
  });

  it.each([
    ["no quantifier", "^a|b$"],
    ["one way to match", "^[a-z]+(?:-[a-z]+)*$"],
    ["polynomial time, which slow-pattern reports", "^\\d+.*\\d+$"],
    [
      "a pattern that is not simple, and linear all the same",
      "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    ],
  ])("accepts %s", async (_, pattern) => {
    await expectFindings(exponentialPattern, { schema: { properties: { c: { type: "string", pattern } } } }, []);
  });
});
