import { isMac } from "../../facts/algorithm-status.js";
import { defineRule } from "../rule.js";

/** Reports allow-lists with both secrets and key pairs. See docs/rules/mixed-algorithms.md. */
export const mixedAlgorithms = defineRule({
  id: "mixed-algorithms",
  description:
    "A token is signed by a secret or by a key pair, not by either: a public key may pass for a secret elsewhere.",
  severity: "error",
  source: ["RFC 8725 section 3.1", "OWASP JSON Web Token Cheat Sheet"],
  messages: { mixed: "The algorithms {macs} use a shared secret, {others} a key pair." },
  token({ policy: { algorithms } }, { locate, report }) {
    const macs = algorithms.filter(isMac);
    const others = algorithms.filter((algorithm) => !isMac(algorithm));
    if (macs.length === 0 || others.length === 0) return;
    report({
      at: locate("algorithms"),
      message: "mixed",
      data: { macs: macs.join(", "), others: others.join(", ") },
      hint: `Keep ${others.join(", ")}, and make tokens that need a secret a token of their own.`,
    });
  },
});
