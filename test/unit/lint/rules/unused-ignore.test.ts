import { describe, expect, it } from "vitest";
import { missingDescription } from "../../../../src/lint/rules/missing-description.js";
import { unusedIgnore } from "../../../../src/lint/rules/unused-ignore.js";
import { findingsOf } from "../../../support/expect-findings.js";

const RULES = [missingDescription, unusedIgnore];
const ignore = (rules: Readonly<Record<string, unknown>> = { "missing-description": "It is a test." }) => ({
  "x-claimsmith-ignore": rules,
});

describe("unused-ignore", () => {
  const unused = async (schema: unknown) =>
    (await findingsOf(RULES, { schema })).map(({ rule, claim, location, message, help }) => ({
      rule,
      claim,
      at: location.pointer,
      message,
      help,
    }));

  it("reports an entry that silences nothing, at its place", async () => {
    const schema = { properties: { role: { description: "What the user may do.", ...ignore() } } };
    expect(await unused(schema)).toEqual([
      {
        rule: "unused-ignore",
        claim: "role",
        at: "/properties/role/x-claimsmith-ignore/missing-description",
        message: "There is no finding of missing-description here or below to silence.",
        help: "Remove the entry.",
      },
    ]);
  });

  it("suggests a rule where there is none of the name", async () => {
    expect(await unused(ignore({ "mising-description": "It is a test." }))).toMatchObject([
      { message: "There is no rule mising-description to silence.", help: "Did you mean `missing-description`?" },
    ]);
  });

  it("takes the name of an inherited member for a rule that there is not", async () => {
    expect(await unused(ignore({ toString: "It is a test." }))).toMatchObject([
      { message: "There is no rule toString to silence.", help: "Remove the entry." },
    ]);
  });

  it("leaves an entry alone whose rule did not run", async () => {
    const findings = await findingsOf([unusedIgnore], { schema: ignore() });
    expect(findings).toEqual([]);
  });

  it("counts both of two entries that cover the same as used", async () => {
    expect(await unused({ ...ignore(), properties: { role: ignore() } })).toEqual([]);
  });

  it("can be silenced in its turn, and that entry has to be used as well", async () => {
    const both = ignore({ "missing-description": "One day.", "unused-ignore": "Kept for later." });
    expect(await unused(both)).toEqual([]);
    expect(await unused(ignore({ "unused-ignore": "For nothing." }))).toMatchObject([
      { at: "/x-claimsmith-ignore/unused-ignore" },
    ]);
  });

  it("reports an entry in a definition that two claims share once", async () => {
    const schema = {
      properties: { a: { $ref: "#/$defs/x" }, b: { $ref: "#/$defs/x" } },
      $defs: { x: { description: "An x.", ...ignore() } },
    };
    expect(await unused(schema)).toMatchObject([{ at: "/$defs/x/x-claimsmith-ignore/missing-description" }]);
  });
});
