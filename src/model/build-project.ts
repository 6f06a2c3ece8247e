import type { Config, TokenConfig } from "../config/config.js";
import { PROFILES } from "../config/profiles.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { tokenNames } from "../text/names.js";
import { type BuildOptions, buildClaims } from "./build-claims.js";
import { closeSchema } from "./closed-view.js";
import { contractDigest } from "./digest.js";
import { effectiveSchema, openSchema } from "./effective-schema.js";
import type { ClaimSet, Policy, Project, Token } from "./model.js";
import { publishedSchema } from "./published-schema.js";

/**
 * Puts config and bundled schemas together to the model that every later stage reads.
 *
 * @param bundles - the bundled schema of each token, by the token's key
 * @param runtime - the sources that each generated package holds, in the form of the config's `emit`
 * @throws {SchemaError} where a claim set contradicts its standard or itself, or names collide
 */
export function buildProject(
  config: Config,
  bundles: ReadonlyMap<string, BundledSchema>,
  vocabulary: Vocabulary,
  runtime: ReadonlyMap<string, string>,
  options: BuildOptions = {},
): Project {
  return {
    package: config.package,
    emit: config.emit,
    namespaces: config.namespaces,
    tokens: config.tokens.map((token) => buildToken(token, config, bundles, vocabulary, options)),
    runtime,
  };
}

function buildToken(
  token: TokenConfig,
  config: Config,
  bundles: ReadonlyMap<string, BundledSchema>,
  vocabulary: Vocabulary,
  options: BuildOptions,
): Token {
  const bundle = bundles.get(token.key);
  if (bundle === undefined) throw new TypeError(`No bundled schema was given for the token ${token.key}.`);
  const claimSet = buildClaimSet(token, bundle, config.namespaces, vocabulary, options);
  return {
    key: token.key,
    names: tokenNames(token.key),
    helpers: token.helpers,
    policy: buildPolicy(token, claimSet),
    claimSet,
    location: config.locate(`/tokens/${token.key}`, { key: true }),
  };
}

function buildClaimSet(
  token: TokenConfig,
  bundle: BundledSchema,
  namespaces: readonly string[],
  vocabulary: Vocabulary,
  options: BuildOptions,
): ClaimSet {
  const effective = effectiveSchema(token, bundle);
  const { schema } = effective;
  return {
    source: token.schemaPointer === "" ? token.schemaFile : `${token.schemaFile}#${token.schemaPointer}`,
    title: schema.title ?? null,
    description: schema.description ?? null,
    authored: bundle,
    schema,
    open: openSchema(schema),
    closed: closeSchema(schema),
    claims: buildClaims(effective, token, bundle, namespaces, vocabulary, options),
  };
}

function buildPolicy(token: TokenConfig, claimSet: ClaimSet): Policy {
  const profile = PROFILES[token.profile];
  const policy = {
    profile: token.profile,
    issuer: token.issuer,
    audience: token.audience,
    algorithms: token.algorithms,
    type: token.type ?? profile.type,
    // A type that the config states is demanded; what the profile states may be less strict (see its data).
    acceptedTypes: token.type === null ? profile.acceptedTypes : [token.type],
    lifetimeSeconds: token.lifetimeSeconds,
    clockToleranceSeconds: token.clockToleranceSeconds,
    unknownClaims: token.unknownClaims,
    maxTokenBytes: token.maxTokenBytes,
  };
  return { ...policy, digest: contractDigest(publishedSchema(claimSet.schema), policy) };
}
