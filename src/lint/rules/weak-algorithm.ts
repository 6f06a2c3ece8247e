import { DISCOURAGED_ALGORITHMS } from "../../facts/algorithm-status.js";
import { pointerOf } from "../../text/pointer.js";
import { defineRule } from "../rule.js";
import { isOwnToken } from "../token-facts.js";

/** Reports algorithms that are deprecated, or advised against for new systems. See docs/rules/weak-algorithm.md. */
export const weakAlgorithm = defineRule({
  id: "weak-algorithm",
  description: "Tokens are signed by an algorithm that is current.",
  severity: "warn",
  source: ["RFC 8725 section 3.2", "RFC 9864 section 2.2", "OWASP JSON Web Token Cheat Sheet"],
  messages: { discouraged: "The algorithm {algorithm} {objection}." },
  token(token, { config, report }) {
    // A third party signs as it does.
    if (!isOwnToken(token)) return;
    for (const [index, algorithm] of token.policy.algorithms.entries()) {
      const status = DISCOURAGED_ALGORITHMS.get(algorithm);
      if (status === undefined) continue;
      const { objection, instead, source } = status;
      report({
        at: config.locate(pointerOf("tokens", token.key, "algorithms", index)),
        message: "discouraged",
        data: { algorithm, objection },
        hint: instead,
        source,
      });
    }
  },
});
