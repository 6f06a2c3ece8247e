import { isLimited } from "../limited-claim.js";
import { defineRule } from "../rule.js";

/** Reports tokens that hold an issuer which nobody compares. See docs/rules/no-issuer.md. */
export const noIssuer = defineRule({
  id: "no-issuer",
  description: "Consumers compare the issuer with the one whose keys they trust.",
  severity: "warn",
  source: ["RFC 8725 section 3.8"],
  messages: { missing: 'The claim "iss" is demanded, but any issuer is accepted.' },
  token(token, { locate, report }) {
    // A token that need not have an issuer at all is the matter of missing-essential-claim.
    const isDemanded = token.claimSet.claims.some(({ name, required }) => name === "iss" && required);
    if (token.policy.issuer !== null || !isDemanded || isLimited(token, "iss")) return;
    report({
      at: locate("issuer"),
      message: "missing",
      hint: 'Give the token an "issuer" in the config: it is filled in at issue and demanded at verify.',
    });
  },
});
