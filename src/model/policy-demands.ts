import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { declaredClaims } from "./declared-claims.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";
import { issuerRule } from "./issuer-rule.js";
import type { Claim, Project, Token } from "./model.js";

/** The first day of the month in which RFC 7519 was published: no token's time lies before it. */
const EARLIEST = 1_430_438_400;

/** Seconds; the year 5138. The runtime takes no later time for now, since as milliseconds it is a time of today. */
const LATEST = 1e11;

/** What verify demands of a claim that every token holds, in words. */
interface Demand {
  readonly name: string;
  /** The values that verify accepts. */
  readonly rule: SchemaObject;
  readonly message: string;
  readonly expected: string;
  readonly hint: string;
}

/** A claim of which the claim set and the policy both say something, so that they may contradict each other. */
export interface DemandedClaim extends Omit<Demand, "name" | "rule"> {
  readonly claim: Claim;
  /** The values that claim set and policy both admit: a contradiction where there is none. */
  readonly both: SchemaObject;
}

/**
 * The claims that claim set and policy both narrow. Most projects have none: their claim sets refer to the vocabulary, or say
 * what it says.
 */
export function demandedClaims({ tokens }: Project): readonly DemandedClaim[] {
  return tokens.flatMap((token) => {
    const $defs = token.claimSet.schema.$defs ?? {};
    const declared = declaredClaims(token.claimSet.schema, $defs);
    return [...demandsOf(token)].flatMap(({ name, rule, ...words }): DemandedClaim[] => {
      const claim = token.claimSet.claims.find((one) => one.name === name && one.declaredBy === "schema");
      const always = declared.get(name)?.always ?? [];
      if (claim === undefined || !isNarrowed(always, $defs)) return [];
      return [{ claim, both: { allOf: [...always, rule], $defs }, ...words }];
    });
  });
}

function* demandsOf({ policy, helpers, claimSet }: Token): Generator<Demand> {
  const issuers = [policy.issuer ?? []].flat();
  const audiences = [policy.audience ?? []].flat();
  if (issuers.length > 0) yield party("iss", "issuer", issuers, { allOf: [issuerRule(issuers)] });
  if (audiences.length > 0) yield party("aud", "audience", audiences, audienceRule(audiences));
  yield time("exp", LATEST + policy.lifetimeSeconds);
  const isHeld = ({ name, required }: { name: string; required: boolean }) => name === "iat" && required;
  // Issue always writes it; who only verifies may get tokens without it.
  if (helpers.includes("issue") || claimSet.claims.some(isHeld)) yield time("iat", LATEST);
}

/** The values of `aud` that name one of these, as verify compares them (RFC 7519 section 4.1.3). */
function audienceRule(audiences: readonly string[]): SchemaObject {
  return {
    anyOf: [{ enum: audiences }, { type: "array", items: { type: "string" }, contains: { enum: audiences } }],
  };
}

function party(claim: string, key: "issuer" | "audience", names: readonly string[], rule: SchemaObject): Demand {
  const [only, ...others] = names;
  const whose = others.length === 0 ? `the policy's ${key}` : `each ${key} of the policy`;
  return {
    name: claim,
    rule,
    message: `The schema of "${claim}" refuses ${whose}, so that no token can be issued or verified.`,
    expected: `a schema of "${claim}" that admits ${JSON.stringify(only)}${others.length === 0 ? "" : " or another of them"}`,
    hint: `Remove "${claim}" from the claim set, to which the policy adds it, or mend "${key}" in the config.`,
  };
}

function time(claim: string, latest: number): Demand {
  return {
    name: claim,
    rule: { type: "number", minimum: EARLIEST, maximum: latest },
    message: `The schema of "${claim}" admits no time of our days, so that no token can be issued or verified.`,
    expected: `a schema of "${claim}" that admits seconds since 1970-01-01T00:00:00Z, such as 1893456000`,
    hint: `A duration is no time, and milliseconds are no seconds: how long a token lives is "lifetime" in the config.`,
  };
}

/** Keywords that leave a claim as wide as its standard, or stand for schemas that apply in place and are looked at themselves. */
const WIDE: ReadonlySet<string> = new Set([
  ...["$ref", "allOf", "anyOf", "type", "minItems"],
  ...["title", "description", "default", "examples", "deprecated"],
]);

/** Whether some schema says more than the standard. */
function isNarrowed(schemas: readonly Schema[], definitions: Definitions): boolean {
  const parts = partsOf(schemas, definitions);
  const items = partsOf(
    parts.flatMap(({ items }): readonly Schema[] => (items === undefined ? [] : [items])),
    definitions,
  );
  // What stands in the items of items says more in any case, and may refer to itself.
  return parts.some((part) => !isWide(part, "items")) || !items.every((item) => isWide(item));
}

function partsOf(schemas: readonly Schema[], definitions: Definitions): readonly SchemaObject[] {
  return schemas.flatMap((schema) => inPlaceSchemas(schema, definitions).map((part) => part.schema));
}

function isWide(schema: SchemaObject, ...others: readonly string[]): boolean {
  return Object.keys(schema).every((word) => WIDE.has(word) || word.startsWith("x-") || others.includes(word));
}
