import { PROFILES } from "../config/profiles.js";
import { linkStandards } from "../facts/standard-links.js";
import type { Project, Token } from "../model/model.js";
import { estimateTokenSize } from "../model/token-size.js";
import type { JsonObject } from "../schema/json-schema.js";
import type { Catalogue, HistoryEntry, IndexEntry, SilenceEntry, TokenEntry } from "./catalogue.js";
import { claimEntry } from "./claim-entry.js";
import { exampleEntry } from "./example-entry.js";
import { policyRows } from "./policy-rows.js";
import { sizeEntry } from "./size-entry.js";

/** What the catalogue says beyond the project itself. */
export interface CatalogueFacts {
  /** Valid claims of a token by its key; a token without them has no example. */
  readonly examples: ReadonlyMap<string, JsonObject>;
  /** Rules that schemas silence. */
  readonly silences: readonly KnownSilence[];
  /** Null where nobody asked for it. */
  readonly history: readonly HistoryEntry[] | null;
}

/** A rule that a schema silences, and where. */
export interface KnownSilence extends SilenceEntry {
  readonly token: string;
  /** Null for the claim set as a whole. */
  readonly claim: string | null;
}

/** Everything that the catalogue says of a project. */
export function buildCatalogue(project: Project, facts: CatalogueFacts): Catalogue {
  const tokens = project.tokens.map((token) => tokenEntry(token, facts));
  return {
    packageName: project.package.name,
    packageVersion: project.package.version,
    tokens,
    index: indexOf(tokens),
    history: facts.history,
  };
}

function tokenEntry(token: Token, { examples, silences }: CatalogueFacts): TokenEntry {
  const { claimSet, names, policy } = token;
  const bytes = new Map(estimateTokenSize(token).claims.map(({ claim, typical }) => [claim, encoded(typical)]));
  const own = silences.filter((silence) => silence.token === token.key);
  const of = (claim: string | null): SilenceEntry[] =>
    own.filter((one) => one.claim === claim).map(({ rule, reason }) => ({ rule, reason }));
  const example = examples.get(token.key);
  const profile = PROFILES[policy.profile];
  return {
    key: token.key,
    page: names.kebab,
    title: claimSet.title ?? token.key,
    description: claimSet.description,
    source: claimSet.source,
    profile: [{ text: `${profile.title}, `, url: null }, ...linkStandards(profile.specification)],
    policy: policyRows(token),
    claims: claimSet.claims.map((claim) =>
      claimEntry(token, claim, { silences: of(claim.name), typicalBytes: bytes.get(claim.name) ?? null }),
    ),
    size: sizeEntry(token),
    example: example === undefined ? null : exampleEntry(token, example),
    silences: of(null),
    lifetimeSeconds: policy.lifetimeSeconds,
  };
}

/** Three bytes are four characters of base64url. */
function encoded(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

function indexOf(tokens: readonly TokenEntry[]): readonly IndexEntry[] {
  const byName = new Map<
    string,
    { entry: Omit<IndexEntry, "uses">; short: string; uses: IndexEntry["uses"][number][] }
  >();
  for (const { page, title, claims } of tokens) {
    for (const { name, shortName, description, type, category, id, required, deprecated } of claims) {
      const known = byName.get(name) ?? { entry: { name, description, type, category }, short: shortName, uses: [] };
      known.uses.push({ page, title, id, required, deprecated });
      byName.set(name, known);
    }
  }
  return [...byName.values()]
    .sort(
      (one, other) =>
        compare(one.short.toLowerCase(), other.short.toLowerCase()) || compare(one.entry.name, other.entry.name),
    )
    .map(({ entry, uses }) => ({ ...entry, uses }));
}

/** By code unit: the same order on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
