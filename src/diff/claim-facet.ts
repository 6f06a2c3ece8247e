import { closeSchema } from "../model/closed-view.js";
import { issuerRule } from "../model/issuer-rule.js";
import type { Claim, Token } from "../model/model.js";
import { REGISTERED_CLAIMS } from "../model/standard-claims.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { audienceRule, isIssuedHere, partiesOf } from "./token-views.js";

/** The member that stands for the claim in a facet, whatever it is called: claims that are alike have the same facet. */
export const FACET_MEMBER = "claim";

/** The claim of this name that a token declares, or undefined. */
export function claimOf(token: Token, name: string): Claim | undefined {
  return token.claimSet.claims.find((claim) => claim.name === name);
}

/**
 * What producers can issue of one claim, as a schema of objects with {@link FACET_MEMBER} only.
 *
 * @param required - whether the claim has to be there
 */
export function issuedFacet(token: Token, name: string, required: boolean): SchemaObject {
  const isClosed = isIssuedHere(token) || token.policy.unknownClaims === "reject";
  const schema = narrowByPolicy(schemaOf(token, name, isClosed), name, token);
  const facet = facetOf(token, schema, required);
  return isClosed ? closeSchema(facet) : facet;
}

/** What consumers demand of one claim: schemas of objects with {@link FACET_MEMBER} only, all of which have to be met. */
export function demandedFacets(token: Token, name: string, required: boolean): readonly SchemaObject[] {
  const open = facetOf(token, schemaOf(token, name, false), required);
  if (token.policy.unknownClaims !== "reject") return [open];
  return [open, closeSchema(facetOf(token, schemaOf(token, name, true), required))];
}

function facetOf({ claimSet }: Token, schema: Schema, required: boolean): SchemaObject {
  const { $defs } = claimSet.schema;
  return {
    type: "object",
    properties: { [FACET_MEMBER]: schema },
    ...(required ? { required: [FACET_MEMBER] } : {}),
    additionalProperties: false,
    ...($defs === undefined ? {} : { $defs }),
  };
}

/** The schema that a claim of any name meets in a claim set, declared or not. */
function schemaOf(token: Token, name: string, isClosed: boolean): Schema {
  const { schema: root } = token.claimSet;
  const declared = claimOf(token, name)?.schema ?? ownProperty(root, name);
  const byPattern = Object.entries(root.patternProperties ?? {})
    .filter(([pattern]) => new RegExp(pattern, "u").test(name))
    .map(([, schema]) => schema);
  const stated = [...(declared === undefined ? [] : [declared]), ...byPattern];
  if (stated.length > 0) return stated.length === 1 ? (stated[0] ?? true) : { allOf: stated };
  const rest = root.additionalProperties ?? root.unevaluatedProperties;
  if (rest !== undefined) return rest;
  if (root.patternProperties !== undefined) return true;
  return isClosed ? false : (REGISTERED_CLAIMS.get(name)?.schema ?? true);
}

function ownProperty({ properties = {} }: SchemaObject, name: string): Schema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Our own issuer and audience are all that a producer writes, whatever the claim set would allow. */
function narrowByPolicy(schema: Schema, name: string, { policy }: Token): Schema {
  const names = name === "iss" ? partiesOf(policy.issuer) : name === "aud" ? partiesOf(policy.audience) : null;
  if (names === null) return schema;
  return { allOf: [schema, name === "iss" ? issuerRule(names) : audienceRule(names)] };
}
