import { defineRule } from "../rule.js";
import { isDeclared } from "../token-facts.js";

/** Reports claims of the organization that nobody describes. See docs/rules/missing-description.md. */
export const missingDescription = defineRule({
  id: "missing-description",
  description: "A claim's description is all that a consumer's developer knows of it.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Validation section 9.1"],
  messages: { missing: 'The claim "{claim}" has no description.' },
  claim(claim, { token, report }) {
    // The claims of a third party's token are described by the third party.
    if (!token.helpers.includes("issue")) return;
    if (claim.declaredBy !== "schema" || claim.description !== null || claim.standard !== null) return;
    if (!isDeclared(claim, token)) return;
    report({
      at: claim.location,
      message: "missing",
      data: { claim: claim.name },
      hint: 'Add a "description": who sets the claim, what it means, and what a consumer may conclude from it.',
    });
  },
});
