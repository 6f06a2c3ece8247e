import { tryCompile } from "../prove.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

/** Reports a schema of `aud` that refuses what the policy's audiences come as. See docs/rules/audience-form.md. */
export const audienceForm = defineRule({
  id: "audience-form",
  description: "The claim aud takes the audiences of the policy, one as a string and several as an array.",
  severity: "error",
  source: ["RFC 7519 section 4.1.3"],
  messages: {
    array: 'The policy has several audiences, and the claim "aud" refuses an array of them.',
    refused: 'The claim "aud" refuses "{audience}", an audience of the policy.',
  },
  claim(claim, { token, report }) {
    const audiences = [token.policy.audience ?? []].flat();
    if (claim.name !== "aud" || claim.declaredBy !== "schema" || audiences.length === 0) return;
    const accepts = tryCompile({ allOf: [claim.schema], $defs: definitionsOf(token) });
    if (accepts === null) return;
    const refused = audiences.filter((audience) => !accepts(audience) && !accepts([audience]));
    for (const audience of refused) {
      report({
        at: claim.location,
        message: "refused",
        data: { audience },
        hint: `Let the schema of "aud" admit it, or take it out of "audience" in the config.`,
      });
    }
    if (audiences.length < 2 || refused.length > 0 || accepts(audiences)) return;
    report({
      at: claim.location,
      message: "array",
      hint: 'Write { "$ref": "claimsmith:iana-jwt#/$defs/aud" }, which admits a string and an array of strings.',
    });
  },
});
