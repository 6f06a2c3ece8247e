import { describe, it } from "vitest";
import { slowPattern } from "../../../../src/lint/rules/slow-pattern.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("slow-pattern", () => {
  it.each([
    ["^\\d+.*\\d+$", 3],
    ["[a-z]+$", 2],
  ])("reports %s", async (pattern, degree) => {
    await expectFindings(slowPattern, { schema: { properties: { c: { type: "string", pattern } } } }, [
      {
        at: "schema.json#/properties/c/pattern",
        claim: "c",
        severity: "warn",
        message: `The time of the pattern ${JSON.stringify(pattern)} grows with the text's length to the power of ${degree}.`,
        help: "Anchor the pattern at its start, and let no two repetitions in a row match the same character, as \\d+.*\\d+ does.",
      },
    ]);
  });

  it("says so where it cannot be decided", async () => {
    await expectFindings(
      slowPattern,
      { schema: { properties: { c: { type: "string", pattern: "\\p{Script=Kawi}+x" } } } },
      [
        {
          at: "schema.json#/properties/c/pattern",
          message: 'Whether the pattern "\\\\p{Script=Kawi}+x" can take very long could not be decided.',
          help: "Write it without look-around, back references and rare properties, and with fewer or smaller counts; or try it on long texts yourself and silence this.",
        },
      ],
    );
  });

  it.each([
    ["a pattern that is held at its start", "^[a-z]+$"],
    ["a large count", "^[A-Za-z0-9_-]{1,1000}$"],
    ["counts in counts", "^[a-z]{1,63}(\\.[a-z]{1,63}){1,20}$"],
    ["exponential time, which exponential-pattern reports", "^(a+)+$"],
  ])("accepts %s", async (_, pattern) => {
    await expectFindings(slowPattern, { schema: { properties: { c: { type: "string", pattern } } } }, []);
  });
});
