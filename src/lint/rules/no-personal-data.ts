import { PROFILES } from "../../config/profiles.js";
import { findSensitiveName } from "../../facts/sensitive-names.js";
import type { Definitions } from "../../model/in-place.js";
import type { Claim, Token } from "../../model/model.js";
import type { Schema } from "../../schema/json-schema.js";
import type { Vocabulary } from "../../schema/read/vocabulary.js";
import { placeText } from "../place-text.js";
import { possibleTypes } from "../possible-types.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";

const HINT =
  "A signed token is not encrypted. Leave it out if no consumer decides by it, and let those who need it ask an API such as the UserInfo endpoint.";

const SPECIAL_HINT = `${HINT} Such data is protected in particular (GDPR articles 9 and 10).`;

/** Reports claims that hold personal data. See docs/rules/no-personal-data.md. */
export const noPersonalData = defineRule({
  id: "no-personal-data",
  description: "A token is readable by everyone who handles it; keep personal data out of it.",
  severity: "warn",
  source: ["RFC 7519 section 12", "RFC 9068 section 6"],
  messages: { personal: '"{place}" holds personal data ({category}), and everyone who handles the token can read it.' },
  claim(claim, { token, vocabulary, report }) {
    if (claim.declaredBy !== "schema" || !isOwnToken(token) || isExpected(claim.name, token)) return;
    const found = personalDataOf(claim, vocabulary, definitionsOf(token));
    if (found === null) return;
    report({
      at: claim.location,
      message: "personal",
      data: { place: claim.name, category: found.category },
      hint: found.special ? SPECIAL_HINT : HINT,
    });
  },
  schema(visit, { token, vocabulary, report }) {
    const { schema, role, path, isName, locate, claim } = visit;
    if (role === "negated" || isName || path.length === 0 || !isOwnToken(token)) return;
    // Below something that was reported, or that the profile is for, each member would only repeat it.
    if (claim !== null && (vocabulary.claims.get(claim)?.personalData === true || isExpected(claim, token))) return;
    if (path.some((step) => typeof step === "string" && findSensitiveName(step) !== null)) return;
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const found = sensitiveOf(name, member, definitionsOf(token));
      if (found === null) continue;
      report({
        at: locate("properties", name),
        message: "personal",
        data: { place: placeText(visit, name), category: found.category },
        hint: found.special ? SPECIAL_HINT : HINT,
      });
    }
  },
});

interface PersonalData {
  readonly category: string;
  readonly special: boolean;
}

/** An ID token is about a person, for the one client that asked for these claims (OpenID Connect Core 1.0 section 5). */
function isExpected(name: string, { policy: { profile } }: Token): boolean {
  const untagged = name.split("#", 1)[0] ?? name;
  return profile === "oidc-id-token" && PROFILES[profile].optional.some((claim) => claim.name === untagged);
}

function personalDataOf(claim: Claim, vocabulary: Vocabulary, definitions: Definitions): PersonalData | null {
  const registered = vocabulary.claims.get(claim.name) ?? vocabulary.claims.get(claim.name.split("#", 1)[0] ?? "");
  if (registered === undefined) return sensitiveOf(claim.name, claim.schema, definitions);
  if (!registered.personalData) return null;
  return findSensitiveName(claim.name) ?? { category: "about a person, by its registration", special: false };
}

function sensitiveOf(name: string, schema: Schema, definitions: Definitions): PersonalData | null {
  const found = findSensitiveName(name);
  if (found?.kind !== "personal") return null;
  const types = possibleTypes(schema, definitions);
  // Yes or no tells little of a person, unless it is about health or faith.
  return types.size === 0 || (types.size === 1 && types.has("boolean") && !found.special) ? null : found;
}
