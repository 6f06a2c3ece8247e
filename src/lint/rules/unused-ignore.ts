import { defineRule } from "../rule.js";

/**
 * Reports entries of `x-claimsmith-ignore` that silence nothing. The engine reports for it, since only it knows what was
 * silenced. See docs/rules/unused-ignore.md.
 */
export const unusedIgnore = defineRule({
  id: "unused-ignore",
  description: "An entry of `x-claimsmith-ignore` that silences nothing hides the next finding of its rule.",
  severity: "warn",
  source: ["claimsmith"],
  messages: {
    unused: "There is no finding of {rule} here or below to silence.",
    unknown: "There is no rule {rule} to silence.",
  },
});
