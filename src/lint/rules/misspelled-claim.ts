import { lookAlikeOf } from "../claim-names.js";
import { defineRule } from "../rule.js";
import { standardNameFix } from "../standard-name-fix.js";

/** Reports claims whose name is that of a standard claim in another spelling. See docs/rules/misspelled-claim.md. */
export const misspelledClaim = defineRule({
  id: "misspelled-claim",
  description: "A standard claim is found only under its exact name, in upper and lower case.",
  severity: "error",
  source: ["RFC 7519 section 4"],
  messages: { spelling: 'The claim "{claim}" differs from the standard claim "{standard}" only in its spelling.' },
  claim(claim, { token, vocabulary, report }) {
    const found = lookAlikeOf(claim, token, vocabulary);
    if (found === null || !found.sameLetters) return;
    report({
      at: claim.location,
      message: "spelling",
      data: { claim: claim.name, standard: found.standard },
      hint: `Write "${found.standard}": the names of claims are compared exactly.`,
      fix: standardNameFix(claim, found, token, vocabulary),
    });
  },
});
