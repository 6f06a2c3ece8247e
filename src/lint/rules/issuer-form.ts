import { issuerRule } from "../../model/issuer-rule.js";
import { compareSchemas } from "../prove.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

/** Reports a schema of `iss` that refuses an issuer of the policy. See docs/rules/issuer-form.md. */
export const issuerForm = defineRule({
  id: "issuer-form",
  description: "The claim iss takes every issuer of the policy.",
  severity: "error",
  source: ["RFC 7519 section 4.1.1"],
  messages: { refused: 'The claim "iss" refuses "{issuer}", an issuer of the policy.' },
  claim(claim, { token, report }) {
    if (claim.name !== "iss" || claim.declaredBy !== "schema") return;
    for (const issuer of [token.policy.issuer ?? []].flat()) {
      const both = { allOf: [claim.schema, issuerRule([issuer])], $defs: definitionsOf(token) };
      // Of a pattern, it is refused only where each of its issuers is.
      if (compareSchemas(both, { not: {} }) !== "included") continue;
      report({
        at: claim.location,
        message: "refused",
        data: { issuer },
        hint: `Let the schema of "iss" admit it, or take it out of "issuer" in the config.`,
      });
    }
  },
});
