import { PROFILES } from "../../config/profiles.js";
import { inPlaceSchemas } from "../../model/in-place.js";
import type { Token } from "../../model/model.js";
import { pointerOf } from "../../text/pointer.js";
import type { Fix } from "../fix.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";

/** Those of the conditions that any client brings about by its request; the others are features that few providers have. */
const BY_REQUEST: ReadonlySet<string> = new Set(["nonce", "auth_time"]);

/** Reports claims that a profile demands in some cases and that the claim set has no place for. See docs/rules/conditional-claim.md. */
export const conditionalClaim = defineRule({
  id: "conditional-claim",
  description: "A claim that the profile demands in some cases can be issued in those cases.",
  severity: "warn",
  source: ["OpenID Connect Core 1.0 section 2"],
  messages: { absent: 'The claim "{claim}" is required when {condition}, and this claim set does not declare it.' },
  token(token, { report }) {
    const { authored, claims } = token.claimSet;
    if (!isOwnToken(token) || admitsOthers(token)) return;
    for (const { name, when, standard } of PROFILES[token.policy.profile].optional) {
      if (when === undefined || !BY_REQUEST.has(name) || claims.some((claim) => claim.name === name)) continue;
      report({
        at: authored.locate(authored.schema, "properties"),
        message: "absent",
        data: { claim: name, condition: when },
        hint: `Add "${name}": { "$ref": "claimsmith:iana-jwt#/$defs/${name}" } to "properties"; undeclared, it is refused at issue.`,
        source: [standard],
        fix: declaring(token, name),
      });
    }
  },
});

/** The claim set says itself what may stand beside the declared claims. */
function admitsOthers(token: Token): boolean {
  return inPlaceSchemas(token.claimSet.schema, definitionsOf(token)).some(
    ({ schema }) =>
      schema.additionalProperties !== undefined ||
      schema.unevaluatedProperties !== undefined ||
      schema.patternProperties !== undefined,
  );
}

function declaring({ claimSet: { authored } }: Token, name: string): Fix | undefined {
  if (typeof authored.schema === "boolean" || authored.schema.properties === undefined) return undefined;
  const { file, pointer } = authored.locate(authored.schema, "properties");
  if (!pointer?.endsWith("/properties")) return undefined;
  const value = { $ref: `claimsmith:iana-jwt#/$defs/${name}` };
  return { file, edits: [{ kind: "set", pointer: pointer + pointerOf(name), value }] };
}
