import { lookAlikeOf } from "../claim-names.js";
import { defineRule } from "../rule.js";
import { standardNameFix } from "../standard-name-fix.js";

/** Reports claims that say in other words what a standard claim says. See docs/rules/look-alike-claim.md. */
export const lookAlikeClaim = defineRule({
  id: "look-alike-claim",
  description: "What a standard claim says is said by that claim, and not under another name.",
  severity: "warn",
  source: ["RFC 7519 section 4"],
  messages: { words: 'The claim "{claim}" looks like another name for the standard claim "{standard}".' },
  claim(claim, { token, vocabulary, report }) {
    const found = lookAlikeOf(claim, token, vocabulary);
    if (found === null || found.sameLetters) return;
    const { standard } = found;
    report({
      at: claim.location,
      message: "words",
      data: { claim: claim.name, standard },
      hint: `Use "${standard}" (${vocabulary.claims.get(standard)?.standard}), or give a claim of another meaning a name in your namespace.`,
      fix: standardNameFix(claim, found, token, vocabulary),
    });
  },
});
