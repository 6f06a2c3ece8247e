import { issuerRule } from "../model/issuer-rule.js";
import type { Policy, Token } from "../model/model.js";
import { intersectRoots } from "../schema/bundle/merge-roots.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** Whether the organization issues the token itself, through the generated package; else a third party does. */
export function isIssuedHere({ helpers }: Pick<Token, "helpers">): boolean {
  return helpers.includes("issue");
}

/** What a producer can put into a token, as a wider schema that is simple to compare and the exact one. */
export interface IssuedClaims {
  /** Holds every value of `exact`, and perhaps more. */
  readonly wide: SchemaObject;
  readonly exact: SchemaObject;
}

/**
 * What a producer of a token can issue. Our own producers keep to both views of the claim set and to the policy's
 * issuer and audience. Of a third party's tokens those count that its consumers accept today: no other is in use.
 */
export function issuedClaims(token: Token): IssuedClaims {
  const { claimSet, policy } = token;
  const rule = policyRule(token);
  const wide = isIssuedHere(token) || policy.unknownClaims === "reject" ? claimSet.closed : claimSet.open;
  const views = wide === claimSet.open ? [claimSet.open] : [claimSet.closed, claimSet.open];
  return { wide, exact: intersectRoots(rule === null ? views : [...views, rule]) };
}

/** The schemas that a consumer of a token demands claims to meet, all of them. */
export function demandedViews({ claimSet, policy }: Token): readonly SchemaObject[] {
  return policy.unknownClaims === "reject" ? [claimSet.open, claimSet.closed] : [claimSet.open];
}

/** The claims that are in every token, also where the claim set does not require them: issue writes them itself. */
export function alwaysIssued(token: Token): ReadonlySet<string> {
  const required = token.claimSet.claims.filter((claim) => claim.required).map(({ name }) => name);
  if (!isIssuedHere(token)) return new Set(required);
  const jwtId = token.claimSet.claims.some(({ name, filledIn }) => name === "jti" && filledIn?.by === "policy");
  return new Set([...required, "iat", "exp", ...(jwtId ? ["jti"] : [])]);
}

/** The policy's names as a list; null where it has none. */
export function partiesOf(names: Policy["issuer"]): readonly string[] | null {
  return names === null ? null : [names].flat();
}

/** The values of `aud` that a policy accepts: one of its audiences, or a list that names one (RFC 7519 section 4.1.3). */
export function audienceRule(audiences: readonly string[]): Schema {
  return {
    anyOf: [{ enum: audiences }, { type: "array", items: { type: "string" }, contains: { enum: audiences } }],
  };
}

/** What the policy adds to the claim set: who issues, for whom, and what issue always writes. */
function policyRule(token: Token): SchemaObject | null {
  const issuers = partiesOf(token.policy.issuer);
  const audiences = partiesOf(token.policy.audience);
  const written = [...alwaysIssued(token)].filter((name) => ["iat", "exp", "jti"].includes(name));
  if (issuers === null && audiences === null && written.length === 0) return null;
  return {
    type: "object",
    properties: {
      ...(issuers === null ? {} : { iss: issuerRule(issuers) }),
      ...(audiences === null ? {} : { aud: audienceRule(audiences) }),
    },
    required: written,
  };
}
