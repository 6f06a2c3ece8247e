import { describe, it } from "vitest";
import { patternWithoutU } from "../../../../src/lint/rules/pattern-without-u.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("pattern-without-u", () => {
  it.each([
    [
      "^\\p{Lu}+$",
      'The pattern "^\\\\p{Lu}+$" uses a property of Unicode, which means something else without the flag `u`.',
      "Name the characters themselves, in brackets; or make sure that every consumer's validator uses the flag.",
    ],
    [
      "^\\P{L}$",
      'The pattern "^\\\\P{L}$" uses a property of Unicode, which means something else without the flag `u`.',
      "Name the characters themselves, in brackets; or make sure that every consumer's validator uses the flag.",
    ],
    [
      "^\\u{61}$",
      'The pattern "^\\\\u{61}$" uses a code point in braces, which means something else without the flag `u`.',
      "Name the characters themselves, in brackets; or make sure that every consumer's validator uses the flag.",
    ],
    [
      "^[\u{1f600}-\u{1f64f}]$",
      'The pattern "^[\u{1f600}-\u{1f64f}]$" is a regular expression with the flag `u` only.',
      "Write it with what both know, or make sure that every consumer's validator uses the flag.",
    ],
    [
      "^.{1,2}$",
      'The pattern "^.{1,2}$" counts a character such as U+1F600 once with the flag `u`, and twice without.',
      "Name the characters that are allowed, such as [a-z0-9 ], in place of . or of those that are not.",
    ],
    [
      "^[^a]$",
      'The pattern "^[^a]$" counts a character such as U+1F600 once with the flag `u`, and twice without.',
      "Name the characters that are allowed, such as [a-z0-9 ], in place of . or of those that are not.",
    ],
  ])("reports %s", async (pattern, message, help) => {
    await expectFindings(patternWithoutU, { schema: { properties: { c: { type: "string", pattern } } } }, [
      { at: "schema.json#/properties/c/pattern", claim: "c", severity: "warn", message, help },
    ]);
  });

  it.each(["^[a-z]+$", "^a.*$", "^\\\\p$", "^[^:]+:[^:]+$", "^\\d{4}$", "^\\u0061$"])("accepts %s", async (pattern) => {
    await expectFindings(patternWithoutU, { schema: { properties: { c: { type: "string", pattern } } } }, []);
  });
});
