import type { TokenConfig } from "../config/config.js";
import { coversIssuer, issuersMeet } from "../config/issuer-pattern.js";
import { PROFILES } from "../config/profiles.js";
import type { Token } from "../model/model.js";
import type { JsonValue } from "../schema/json-schema.js";
import { durationText } from "../text/duration-text.js";
import type { TokenPair } from "./token-pair.js";
import { partiesOf } from "./token-views.js";

/** A token's policy between two others, as it is configured, and what differs in it from the revision's. */
export interface ExpandedPolicy {
  readonly config: Omit<TokenConfig, "key" | "schemaFile" | "schemaPointer" | "helpers">;
  readonly members: Readonly<Record<string, JsonValue>>;
}

type ProfileAndType = Pick<TokenConfig, "profile" | "type">;

/**
 * Policies that may accept the tokens of both sides, the one that is nearest to the revision's first: issuers,
 * audiences and algorithms of both, the larger lifetime, tolerance and size. What remains to be chosen is the profile
 * with its header `typ`, and what becomes of unknown claims.
 */
export function* expandPolicy({ base, revision }: TokenPair): Generator<ExpandedPolicy> {
  const [old, now] = [base.policy, revision.policy];
  const issuer = uniteIssuers(old.issuer, now.issuer);
  // No config may list issuers and patterns that fit the same token in part.
  if (hasOverlap(issuer)) return;
  const shared = {
    issuer,
    audience: uniteParties(old.audience, now.audience),
    algorithms: [...new Set([...now.algorithms, ...old.algorithms])],
    lifetimeSeconds: Math.max(old.lifetimeSeconds, now.lifetimeSeconds),
    clockToleranceSeconds: Math.max(old.clockToleranceSeconds, now.clockToleranceSeconds),
    maxTokenBytes: Math.max(old.maxTokenBytes, now.maxTokenBytes),
  };
  for (const unknownClaims of new Set([now.unknownClaims, "ignore" as const])) {
    for (const profile of profilesOf(base, revision)) {
      const config = { ...shared, ...profile, unknownClaims };
      yield { config, members: changedMembers(config, revision) };
    }
  }
}

/** Issuers or audiences of both; none where one side demands none. */
function uniteParties(old: TokenConfig["issuer"], now: TokenConfig["issuer"]): TokenConfig["issuer"] {
  const [before, after] = [partiesOf(old), partiesOf(now)];
  if (before === null || after === null) return null;
  const more = before.filter((name) => !after.includes(name));
  return more.length === 0 ? now : [...after, ...more];
}

/** Issuers of both, without those that a pattern among them admits. */
function uniteIssuers(old: TokenConfig["issuer"], now: TokenConfig["issuer"]): TokenConfig["issuer"] {
  const both = uniteParties(old, now);
  if (both === null || typeof both === "string") return both;
  const kept = both.filter((one) => !both.some((other) => other !== one && coversIssuer(other, one)));
  return kept.length === both.length ? both : kept;
}

function hasOverlap(issuer: TokenConfig["issuer"]): boolean {
  const issuers = [issuer ?? []].flat();
  return issuers.some((one, index) => issuers.slice(0, index).some((other) => issuersMeet(one, other)));
}

/** The profiles with their types that may do: the revision's, the base's, and the one that demands least. */
function profilesOf(base: Token, revision: Token): readonly ProfileAndType[] {
  const [old, now] = [configuredType(base), configuredType(revision)];
  const all: readonly ProfileAndType[] = [
    { profile: revision.policy.profile, type: now },
    { profile: revision.policy.profile, type: null },
    { profile: base.policy.profile, type: old },
    { profile: base.policy.profile, type: null },
    { profile: "jwt", type: now ?? PROFILES[revision.policy.profile].type },
    { profile: "jwt", type: null },
  ];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** The header `typ` as configured; null where it follows from the profile. */
function configuredType({ policy }: Token): string | null {
  const { acceptedTypes } = PROFILES[policy.profile];
  return JSON.stringify(acceptedTypes) === JSON.stringify(policy.acceptedTypes) ? null : policy.type;
}

function changedMembers(config: ExpandedPolicy["config"], revision: Token): Readonly<Record<string, JsonValue>> {
  const { policy } = revision;
  const members: readonly [string, JsonValue, JsonValue][] = [
    ["profile", config.profile, policy.profile],
    ["issuer", config.issuer, policy.issuer],
    ["audience", config.audience, policy.audience],
    ["algorithms", config.algorithms, policy.algorithms],
    ["type", config.type, configuredType(revision)],
    ["lifetime", durationText(config.lifetimeSeconds), durationText(policy.lifetimeSeconds)],
    ["clockTolerance", durationText(config.clockToleranceSeconds), durationText(policy.clockToleranceSeconds)],
    ["unknownClaims", config.unknownClaims, policy.unknownClaims],
    ["maxTokenBytes", config.maxTokenBytes, policy.maxTokenBytes],
  ];
  const changed = members.filter(([, now, before]) => JSON.stringify(now) !== JSON.stringify(before));
  return Object.fromEntries(changed.map(([name, now]) => [name, now]));
}
