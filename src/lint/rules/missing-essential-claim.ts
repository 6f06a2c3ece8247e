import { PROFILES } from "../../config/profiles.js";
import type { Token } from "../../model/model.js";
import { compareSchemas } from "../prove.js";
import { defineRule } from "../rule.js";
import { isOwnToken } from "../token-facts.js";

interface Essential {
  readonly claim: string;
  readonly source: string;
  readonly hint: string;
  /** The key of the config by which it is demanded, where it is not the schema's `required`. */
  readonly key?: string;
  /** Where another claim serves as well. */
  readonly or?: string;
  /** Only for tokens that the organization issues. */
  readonly own?: boolean;
}

/** What consumers need of any token. `exp` is always demanded; `aud` is the matter of no-audience. */
const ESSENTIALS: readonly Essential[] = [
  {
    claim: "iss",
    source: "RFC 8725 section 3.8",
    hint: 'Give the token an "issuer" in the config: it is filled in at issue and demanded at verify.',
    key: "issuer",
  },
  {
    claim: "sub",
    source: "RFC 8725 section 3.8",
    hint: 'Add "sub" to "required", so that every token says whom it is about; for a service without a user, its client id.',
    or: "sub_id",
  },
  {
    claim: "iat",
    source: "RFC 7519 section 4.1.6",
    hint: 'Add "iat" to "required": by it a consumer knows how old a token is. Issue fills it in.',
  },
  {
    claim: "jti",
    source: "RFC 7519 section 4.1.7",
    hint: 'Add "jti" to "required": a single token can be revoked, or refused the second time, only by its id. Issue fills it in.',
    own: true,
  },
];

/** Reports tokens of which nothing demands a claim that consumers rely on. See docs/rules/missing-essential-claim.md. */
export const missingEssentialClaim = defineRule({
  id: "missing-essential-claim",
  description: "A token says who issued it, about whom, when, and which token it is.",
  severity: "warn",
  source: ["RFC 8725 section 3.8", "RFC 7519 section 4.1"],
  messages: { optional: 'Nothing demands the claim "{claim}", so tokens without it are accepted.' },
  token(token, { locate, report }) {
    // The other profiles say themselves which claims a token has, and those are demanded.
    if (PROFILES[token.policy.profile].required.length > 0) return;
    const { authored } = token.claimSet;
    for (const { claim, source, hint, key, or, own = false } of ESSENTIALS) {
      if (own && !isOwnToken(token)) continue;
      if (isDemanded(token, claim) || (or !== undefined && isDemanded(token, or))) continue;
      report({
        at: key === undefined ? authored.locate(authored.schema, "required") : locate(key),
        message: "optional",
        data: { claim },
        hint,
        source: [source],
      });
    }
  },
});

function isDemanded(token: Token, name: string): boolean {
  const { claims, schema } = token.claimSet;
  if (claims.some((claim) => claim.name === name && claim.required)) return true;
  // Each alternative of a claim set may demand it.
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? schema.if ?? schema.dependentSchemas ?? schema.$ref;
  return branches !== undefined && compareSchemas(schema, { required: [name] }) === "included";
}
