import { isMac } from "../../facts/algorithm-status.js";
import { defineRule } from "../rule.js";

/** Reports a secret that several parties share, each of whom can then issue tokens. See docs/rules/hmac-shared-secret.md. */
export const hmacSharedSecret = defineRule({
  id: "hmac-shared-secret",
  description: "Whoever verifies a token cannot issue one: where several parties are involved, keys are asymmetric.",
  severity: "warn",
  source: ["OWASP JSON Web Token Cheat Sheet", "RFC 7518 section 3.2"],
  messages: {
    audiences: "Each of the {count} audiences holds the secret of {algorithms}, and can issue tokens for the others.",
    parties: "The secret of {algorithms} is shared with whoever {others} the tokens, and either side can issue them.",
    resources: "Every resource server holds the secret of {algorithms}, and can issue access tokens.",
  },
  token({ policy, helpers }, { locate, report }) {
    const macs = policy.algorithms.filter(isMac);
    if (macs.length === 0) return;
    const algorithms = macs.join(", ");
    const at = locate("algorithms");
    const hint = "Sign with ES256 or Ed25519, and give consumers the public key only.";
    const audiences = policy.audience === null ? [] : [policy.audience].flat();
    if (audiences.length > 1) {
      report({ at, message: "audiences", data: { count: audiences.length, algorithms }, hint });
    } else if (helpers.length === 1) {
      const others = helpers.includes("issue") ? "verifies" : "issues";
      report({ at, message: "parties", data: { algorithms, others }, hint });
    } else if (policy.profile === "rfc9068") {
      report({ at, message: "resources", data: { algorithms }, hint, source: ["RFC 9068 section 2.1"] });
    }
  },
});
