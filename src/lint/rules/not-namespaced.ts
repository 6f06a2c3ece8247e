import { quoteText } from "../../text/quote-text.js";
import { isCollisionResistant, lookAlikeOf } from "../claim-names.js";
import { registeredName } from "../registered-name.js";
import { defineRule } from "../rule.js";
import { isDeclared, isOwnToken } from "../token-facts.js";

/** Code units of a name that a hint shows. */
const LONGEST_NAME = 200;

/** Names that standards define and that were not in the registry when its copy was made: SD-JWT VC. */
const STANDARD: ReadonlySet<string> = new Set(["vct", "vct#integrity"]);

/** Reports private claims with a bare name, which anyone else may give another meaning. See docs/rules/not-namespaced.md. */
export const notNamespaced = defineRule({
  id: "not-namespaced",
  description: "A claim of your own has a name that nobody else gives another meaning.",
  severity: "warn",
  source: ["RFC 7519 section 4.3", "RFC 7519 section 4.2"],
  messages: { bare: 'The private claim "{claim}" has a name that may collide with another\'s.' },
  claim(claim, { token, project, vocabulary, report }) {
    const isBare = claim.category === "private" && !claim.namespaced && claim.declaredBy === "schema";
    if (!isBare || !isOwnToken(token) || isCollisionResistant(claim.name) || STANDARD.has(claim.name)) return;
    // One finding for one name: a misspelled one is to be corrected, not to be moved, and one that is only required is declared first.
    if (lookAlikeOf(claim, token, vocabulary) !== null || !isDeclared(claim, token)) return;
    const meant = registeredName(claim.name, vocabulary)?.name;
    const otherwise = meant === undefined ? "" : `, or use the standard claim "${meant}" if that is what you mean`;
    const namespace = project.namespaces[0]?.replace(/[A-Za-z0-9]$/, "$&/");
    report({
      at: claim.location,
      message: "bare",
      data: { claim: claim.name },
      hint:
        namespace === undefined
          ? `Give "namespaces" in the config a URI of your organization, such as "https://acme.example/claims/", and begin the name with it${otherwise}.`
          : `Name it ${quoteText(`${namespace}${claim.name}`, LONGEST_NAME)}${otherwise}.`,
    });
  },
});
