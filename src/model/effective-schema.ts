import type { TokenConfig } from "../config/config.js";
import { PROFILES, type Profile } from "../config/profiles.js";
import { SchemaError } from "../errors.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { checkRequiredCanBePresent, narrowRegistered } from "./contradictions.js";
import { type DeclaredClaim, declaredClaims, requiredNames } from "./declared-claims.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";
import type { Claim } from "./model.js";
import { REGISTERED_CLAIMS, standardClaim } from "./standard-claims.js";

/** Who puts a claim into a claim set, or demands it. */
export type Origin = Claim["declaredBy"];

/** A claim set's schema with what RFC 7519, the profile and the policy add to it. */
export interface EffectiveSchema {
  readonly schema: SchemaObject;
  /** Who declares each claim that the authored schema does not. */
  readonly added: ReadonlyMap<string, Origin>;
  /** Who demands each claim that has to be there. */
  readonly required: ReadonlyMap<string, Origin>;
}

/**
 * Adds to an authored schema what the token means besides: the registered claims obey RFC 7519 section 4.1, `exp` is
 * always there, issue writes `iat` and can write `nbf`, the policy's issuer and audience are demanded, and the profile's
 * claims are in the claim set without being listed.
 *
 * @throws {SchemaError} `not_a_claim_set` for a schema that no object meets, `contradicts_standard` where the schema
 *   says otherwise than its standard, `unsatisfiable` where it refuses a claim that every token has to hold
 */
export function effectiveSchema(token: TokenConfig, bundle: BundledSchema): EffectiveSchema {
  const root = claimSetRoot(bundle);
  const definitions = root.$defs ?? {};
  const profile = PROFILES[token.profile];
  const declared = declaredClaims(root, definitions);
  refuseForbidden(declared, profile, bundle);

  const required = new Map<string, Origin>([...requiredNames(root, definitions)].map((name) => [name, "schema"]));
  for (const [name, origin] of demandedClaims(token, profile)) if (!required.has(name)) required.set(name, origin);

  const added = new Map<string, Origin>();
  for (const [name, origin] of impliedClaims(token, profile)) {
    if (!declared.has(name) && !added.has(name)) added.set(name, origin);
  }

  const properties = new Map<string, Schema>(Object.entries(root.properties ?? {}));
  for (const [name, { schema }] of REGISTERED_CLAIMS) {
    const claim = declared.get(name);
    const narrowed = claim && narrowRegistered(claim, schema, root, bundle);
    if (narrowed !== undefined) properties.set(name, narrowed);
  }
  for (const name of [...added.keys(), ...undeclaredNames(required, declared, added)]) {
    properties.set(name, standardClaim(name)?.schema ?? true);
  }
  for (const { name } of profile.forbidden) properties.set(name, false);

  checkRequiredCanBePresent([...required.keys()], root, definitions, bundle);
  return { schema: withMembers(root, properties, [...required.keys()], profile), added, required };
}

/** The authored root, which has to be a schema of objects. */
function claimSetRoot({ schema, locate }: BundledSchema): SchemaObject {
  if (schema === true) return {};
  const types = schema === false ? [] : [schema.type ?? "object"].flat();
  if (schema !== false && types.includes("object")) return schema;
  throw new SchemaError("not_a_claim_set", "This schema describes no object, and a claim set is one.", {
    at: locate(schema, ...(schema === false ? [] : ["type"])),
    expected: 'a schema of "type": "object"',
    hint: "If the claim set is a part of this file, add a JSON pointer to `schema` in the config: claims.json#/$defs/AccessToken.",
  });
}

function refuseForbidden(declared: ReadonlyMap<string, DeclaredClaim>, profile: Profile, bundle: BundledSchema): void {
  for (const { name, standard } of profile.forbidden) {
    const claim = declared.get(name);
    if (claim === undefined) continue;
    throw new SchemaError("contradicts_standard", `${standard} forbids the claim "${name}" in this kind of token.`, {
      at: bundle.locate(claim.owner, "properties", name),
      expected: `no claim "${name}" with the profile ${profile.name}`,
      hint: `Remove "${name}" from the claim set, or choose another profile.`,
    });
  }
}

function* demandedClaims(token: TokenConfig, profile: Profile): Generator<[string, Origin]> {
  yield ["exp", "rfc7519"];
  for (const { name } of profile.required) yield [name, "profile"];
  if (token.issuer !== null) yield ["iss", "policy"];
  if (token.audience !== null) yield ["aud", "policy"];
}

/** The claims that are in the claim set although nobody lists them. `iat` and `nbf` are what issue can write itself. */
function* impliedClaims(token: TokenConfig, profile: Profile): Generator<[string, Origin]> {
  for (const { name } of profile.required) yield [name, "profile"];
  for (const { claims } of profile.atLeastOneOf) for (const name of claims) yield [name, "profile"];
  if (token.issuer !== null) yield ["iss", "policy"];
  if (token.audience !== null) yield ["aud", "policy"];
  for (const name of ["exp", "iat", "nbf"]) yield [name, "rfc7519"];
}

/** Names that are demanded and that nothing declares: to demand a claim is to declare it, or nobody could issue the token. */
function undeclaredNames(
  required: ReadonlyMap<string, unknown>,
  ...declared: readonly { has(name: string): boolean }[]
): readonly string[] {
  return [...required.keys()].filter((name) => !declared.some((names) => names.has(name)));
}

function withMembers(
  root: SchemaObject,
  properties: ReadonlyMap<string, Schema>,
  required: readonly string[],
  profile: Profile,
): SchemaObject {
  const { $defs, ...body } = root;
  const alternatives = profile.atLeastOneOf.map(({ claims }) => ({
    anyOf: claims.map((name) => ({ required: [name] })),
  }));
  return {
    ...body,
    type: "object",
    properties: Object.fromEntries(properties),
    required,
    ...(alternatives.length === 0 ? {} : { allOf: [...(root.allOf ?? []), ...alternatives] }),
    ...($defs === undefined ? {} : { $defs }),
  };
}

/**
 * The schema as consumers see it: undeclared claims pass, but a registered claim obeys RFC 7519 even where the claim
 * set does not declare it.
 */
export function openSchema(schema: SchemaObject): SchemaObject {
  const definitions: Definitions = schema.$defs ?? {};
  const declared = declaredClaims(schema, definitions);
  const undeclared = [...REGISTERED_CLAIMS].filter(([name]) => !declared.has(name));
  if (undeclared.length === 0) return schema;
  const values = undeclared.map(([name, claim]): [string, SchemaObject] => {
    const { description: _, ...value } = claim.schema;
    return [name, value];
  });
  // `properties` would declare the claims to an `unevaluatedProperties` around it; `not` declares nothing.
  const counts = inPlaceSchemas(schema, definitions).some(({ schema }) => schema.unevaluatedProperties !== undefined);
  const rules = counts
    ? values.map(([name, value]) => ({ not: { required: [name], properties: { [name]: { not: value } } } }))
    : [{ properties: Object.fromEntries(values) }];
  return { ...schema, allOf: [...(schema.allOf ?? []), ...rules] };
}
