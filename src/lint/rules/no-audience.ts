import { isLimited } from "../limited-claim.js";
import { defineRule } from "../rule.js";

/** Reports tokens that any service accepts. See docs/rules/no-audience.md. */
export const noAudience = defineRule({
  id: "no-audience",
  description: "A token says for whom it is, and others refuse it.",
  severity: "warn",
  source: ["RFC 8725 section 3.9", "RFC 7519 section 4.1.3"],
  messages: { missing: "No audience is demanded, so a token for one service is accepted by every other." },
  token(token, { locate, report }) {
    if (token.policy.audience !== null || isLimited(token, "aud")) return;
    report({
      at: locate("audience"),
      message: "missing",
      hint: 'Give the token an "audience" in the config: it is filled in at issue and demanded at verify.',
    });
  },
});
