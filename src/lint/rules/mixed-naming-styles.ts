import type { Claim, Token } from "../../model/model.js";
import type { Vocabulary } from "../../schema/read/vocabulary.js";
import { lookAlikeOf } from "../claim-names.js";
import { type NamingStyle, namingStyle } from "../naming-style.js";
import { defineRule } from "../rule.js";
import { isOwnToken } from "../token-facts.js";

/** Reports the organization's claims that are written in another style than most of them. See docs/rules/mixed-naming-styles.md. */
export const mixedNamingStyles = defineRule({
  id: "mixed-naming-styles",
  description: "The claims of an organization are named in one style, so that nobody has to remember which is which.",
  severity: "warn",
  source: ["RFC 7519 section 4"],
  messages: { mixed: 'The claim "{claim}" is in {style}; other claims of this claim set are in {usual}.' },
  claim(claim, { token, vocabulary, project, report }) {
    if (!isOwnToken(token) || !isOwnName(claim, token, vocabulary)) return;
    const style = namingStyle(claim.name, project.namespaces);
    const usual = usualStyle(token, project.namespaces, vocabulary);
    if (style === null || usual === null || style === usual) return;
    report({
      at: claim.location,
      message: "mixed",
      data: { claim: claim.name, style, usual },
      hint: "Choose one style: the registered claims are in snake_case. To rename a claim in use, issue it under both names for a while.",
    });
  },
});

/** A name that the organization chose, and that is not about to be corrected. */
function isOwnName(claim: Claim, token: Token, vocabulary: Vocabulary): boolean {
  return (
    claim.declaredBy === "schema" && claim.category === "private" && lookAlikeOf(claim, token, vocabulary) === null
  );
}

/** The style of most names of a token, counted once. */
const USUAL = new WeakMap<Token, NamingStyle | null>();

/** The style that most names have; where several have as many, snake_case, as registered names are, else the first. */
function usualStyle(token: Token, namespaces: readonly string[], vocabulary: Vocabulary): NamingStyle | null {
  const known = USUAL.get(token);
  if (known !== undefined) return known;
  const counts = new Map<NamingStyle, number>([["snake_case", 0]]);
  for (const claim of token.claimSet.claims) {
    const style = isOwnName(claim, token, vocabulary) ? namingStyle(claim.name, namespaces) : null;
    if (style !== null) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [first] = [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
  const usual = first?.[0] ?? null;
  USUAL.set(token, usual);
  return usual;
}
