import { departureOf } from "../registration.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";

/** General names that are registered for just what organizations use them for. */
const SHARED_MEANING: ReadonlySet<string> = new Set(["name", "profile", "roles", "groups", "entitlements"]);

/** Reports claims under a general name that the registry holds with a particular meaning. See docs/rules/collides-with-registry.md. */
export const collidesWithRegistry = defineRule({
  id: "collides-with-registry",
  description: "A general name to which the registry gives a particular meaning is used in that meaning only.",
  severity: "warn",
  source: ["RFC 7519 section 4.2", "IANA JSON Web Token Claims registry"],
  messages: { general: 'The general name "{claim}" is registered with a particular meaning ({standard}).' },
  claim(claim, { token, vocabulary, schemas, report }) {
    const registration = vocabulary.claims.get(claim.name);
    if (registration === undefined || !registration.genericName || SHARED_MEANING.has(claim.name)) return;
    if (claim.declaredBy !== "schema" || !isOwnToken(token)) return;
    // A reference to the registered definition says that its meaning is meant.
    if (schemas().some(({ shipped }) => shipped)) return;
    // A schema that contradicts the registration is the matter of redefines-claim.
    if (departureOf(claim, definitionsOf(token), vocabulary) !== null) return;
    report({
      at: claim.location,
      message: "general",
      data: { claim: claim.name, standard: registration.standard },
      hint: `If you mean that, write { "$ref": "claimsmith:iana-jwt#/$defs/${claim.name}" }; else give your claim a name in your namespace.`,
    });
  },
});
