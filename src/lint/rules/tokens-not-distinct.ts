import { issuersMeet } from "../../config/issuer-pattern.js";
import { includes } from "../../containment/includes.js";
import type { Policy, Token } from "../../model/model.js";
import { intersectRoots } from "../../schema/bundle/merge-roots.js";
import { pointerOf } from "../../text/pointer.js";
import { defineRule } from "../rule.js";
import { isOwnToken } from "../token-facts.js";

/** Work that the proof may take that no claims are of both kinds. */
const STEPS = 20_000;

/** Reports two kinds of tokens of which one passes for the other. See docs/rules/tokens-not-distinct.md. */
export const tokensNotDistinct = defineRule({
  id: "tokens-not-distinct",
  description: "A token of one kind never passes for one of another kind of the same issuer.",
  severity: "warn",
  source: ["RFC 8725 section 3.11", "RFC 8725 section 3.12"],
  messages: {
    confusable:
      'A token "{token}" can pass for a token "{other}": header, issuer, audience and claims of both allow it.',
    unknown: 'Nothing was found that keeps a token "{token}" from passing for a token "{other}".',
  },
  token(token, { project, config, report }) {
    for (const other of project.tokens) {
      const verdict = other === token ? "excluded" : judge(token, other);
      if (verdict === "excluded") continue;
      // Where each passes for the other, the first of the two is reported.
      const isSecond = project.tokens.indexOf(other) < project.tokens.indexOf(token);
      if (isSecond && judge(other, token) !== "excluded") continue;
      report({
        at: config.locate(pointerOf("tokens", token.key), { key: true }),
        message: verdict,
        data: { token: token.key, other: other.key },
        hint: `Give each a "type" of its own in the config, such as "${other.names.kebab}+jwt"; consumers refuse every other.`,
      });
    }
  },
});

/** Whether nothing in the policies keeps a token of the one from being accepted as the other. */
function isAcceptedBy(from: Policy, by: Policy): boolean {
  const accepted = by.acceptedTypes.map((type) => (type === null ? null : mediaType(type)));
  return (
    accepted.includes(mediaType(from.type)) &&
    from.algorithms.some((algorithm) => by.algorithms.includes(algorithm)) &&
    meet(from.issuer, by.issuer, issuersMeet) &&
    meet(from.audience, by.audience, (one, other) => one === other)
  );
}

/** The type as it is compared: without case, `application/` implied (RFC 7515 section 4.1.9). */
function mediaType(type: string): string {
  return type.toLowerCase().replace(/^application\/(?=[^/]*$)/u, "");
}

/** Whether a party can be of both; who is not named can be anyone. */
function meet(from: Policy["issuer"], by: Policy["issuer"], isOne: (one: string, other: string) => boolean): boolean {
  if (from === null || by === null) return true;
  const names = [by].flat();
  return [from].flat().some((one) => names.some((other) => isOne(one, other)));
}

/** Whether a token that the one's producers issue can be one that the other's consumers accept. */
function judge(token: Token, other: Token): "excluded" | "confusable" | "unknown" {
  // What a third party issues is not known.
  if (!isOwnToken(token) || !isAcceptedBy(token.policy, other.policy)) return "excluded";
  const demanded = other.policy.unknownClaims === "reject" ? other.claimSet.closed : other.claimSet.open;
  const both = intersectRoots([token.claimSet.closed, demanded]);
  const { verdict } = includes(both, { not: {} }, { steps: STEPS });
  if (verdict === "included") return "excluded";
  return verdict === "not-included" ? "confusable" : "unknown";
}
