import { LOCAL_IDENTIFIERS } from "../../facts/ambiguous-names.js";
import type { Claim, Token } from "../../model/model.js";
import type { Vocabulary } from "../../schema/vocabulary.js";
import { lookAlikeOf } from "../claim-names.js";
import type { Fix } from "../fix.js";
import { possibleTypes } from "../possible-types.js";
import { renameClaim } from "../rename-claim.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

/** Reports claims whose name is that of a standard claim in another spelling, or in other words. See docs/rules/misspelled-claim.md. */
export const misspelledClaim = defineRule({
  id: "misspelled-claim",
  description: "A consumer that looks for a standard claim finds it only under its exact name.",
  severity: "warn",
  source: ["RFC 7519 section 4"],
  messages: {
    spelling: 'The claim "{claim}" differs from the standard claim "{standard}" only in its spelling.',
    words: 'The claim "{claim}" looks like another name for the standard claim "{standard}".',
  },
  claim(claim, { token, vocabulary, report }) {
    const found = lookAlikeOf(claim, token, vocabulary);
    if (found === null) return;
    const { standard, sameLetters, declaresBoth } = found;
    const canFix = !declaresBoth && !LOCAL_IDENTIFIERS.has(claim.name);
    report({
      at: claim.location,
      message: sameLetters ? "spelling" : "words",
      data: { claim: claim.name, standard },
      hint: sameLetters
        ? `Write "${standard}": the names of claims are compared exactly.`
        : `Use "${standard}" (${vocabulary.claims.get(standard)?.standard}), or give a claim of another meaning a name in your namespace.`,
      fix: canFix ? renaming(claim, standard, token, vocabulary) : undefined,
    });
  },
});

/** The edits, where every value of the claim has a type that the standard claim has too. */
function renaming(claim: Claim, standard: string, token: Token, vocabulary: Vocabulary): Fix | undefined {
  const wanted = possibleTypes(vocabulary.definitions[standard] ?? true, vocabulary.definitions);
  const types = [...possibleTypes(claim.schema, definitionsOf(token))];
  return types.every((type) => wanted.has(type)) ? (renameClaim(token, claim, standard) ?? undefined) : undefined;
}
