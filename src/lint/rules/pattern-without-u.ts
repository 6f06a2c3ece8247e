import { patternsOf } from "../pattern-visits.js";
import { defineRule } from "../rule.js";
import { findUnicodeDifference } from "../unicode-difference.js";

/** Reports patterns that other validators may read in another way. See docs/rules/pattern-without-u.md. */
export const patternWithoutU = defineRule({
  id: "pattern-without-u",
  description: "A pattern means the same with the flag `u`, by which tokens are validated here, and without it.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Core section 6.4", "ECMA-262 section 22.2.1"],
  messages: {
    syntax: 'The pattern "{pattern}" uses {what}, which means something else without the flag `u`.',
    invalid: 'The pattern "{pattern}" is a regular expression with the flag `u` only.',
    characters: 'The pattern "{pattern}" counts a character such as U+1F600 once with the flag `u`, and twice without.',
  },
  schema(visit, { report }) {
    for (const { pattern, at } of patternsOf(visit)) {
      const difference = findUnicodeDifference(pattern);
      if (difference === null) continue;
      switch (difference.kind) {
        case "syntax":
          report({
            at,
            message: "syntax",
            data: { pattern, what: difference.what },
            hint: "Name the characters themselves, in brackets; or make sure that every consumer's validator uses the flag.",
          });
          break;
        case "invalid":
          report({
            at,
            message: "invalid",
            data: { pattern },
            hint: "Write it with what both know, or make sure that every consumer's validator uses the flag.",
          });
          break;
        case "characters":
          report({
            at,
            message: "characters",
            data: { pattern },
            hint: "Name the characters that are allowed, such as [a-z0-9 ], in place of . or of those that are not.",
          });
      }
    }
  },
});
