import type { Claim } from "../model/model.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { quoteText } from "../text/quote-text.js";
import type { ChangeDraft } from "./change-drafts.js";
import { type BrokenDirection, breaksByAbsence, breaksByDeclaration, breaksByValues } from "./claim-breaks.js";
import { claimOf, issuedFacet } from "./claim-facet.js";
import { contractForm, isSameForm } from "./contract-form.js";
import { describeDifference } from "./describe-difference.js";
import type { ChangeKind } from "./diff-report.js";
import { placeOfDifference, placeOfRemoval } from "./place-of-difference.js";
import type { TokenPair } from "./token-pair.js";

/** The names of all claims of both sides: the revision's in its order, then those that are gone. */
export function claimNames({ base, revision }: TokenPair): readonly string[] {
  return [...new Set([...revision.claimSet.claims, ...base.claimSet.claims].map(({ name }) => name))];
}

/**
 * What changed in the claims, claim by claim.
 *
 * @param broken - the directions that the whole claim sets break: where a direction holds, no claim breaks it
 */
export function findClaimChanges(pair: TokenPair, broken: readonly BrokenDirection[], today: string): ChangeDraft[] {
  return claimNames(pair).flatMap((name) => {
    const before = claimOf(pair.base, name);
    const after = claimOf(pair.revision, name);
    if (before === undefined) return after === undefined ? [] : added(after, pair, broken);
    if (after === undefined) return removed(before, pair, broken, today);
    return [
      ...presence(before, after, pair, broken),
      ...values(before, after, pair, broken),
      ...shortName(before, after, pair),
      ...annotations(before, after, pair),
    ];
  });
}

function added(claim: Claim, pair: TokenPair, broken: readonly BrokenDirection[]): ChangeDraft[] {
  // What the policy adds is said, and judged, as a change of policy.
  if (claim.declaredBy === "policy") return [];
  const by = claim.declaredBy === "profile" ? ", as its profile says" : "";
  return [
    {
      ...draft("claim-added", claim, pair),
      message: `Claim ${quoteText(claim.name)} is new and ${claim.required ? "required" : "optional"}${by}.`,
      before: null,
      after: formOf(claim, pair.revision.claimSet.schema),
      ...breaksByDeclaration(claim.name, broken, pair.includes),
    },
  ];
}

function removed(claim: Claim, pair: TokenPair, broken: readonly BrokenDirection[], today: string): ChangeDraft[] {
  if (claim.declaredBy === "policy") return [];
  return [
    {
      ...draft("claim-removed", claim, pair),
      location: placeOfRemoval(claim.name, pair.base.claimSet, pair.revision.claimSet),
      message: `Claim ${quoteText(claim.name)} is gone${claim.required ? "; it was required" : ""}${announcement(claim, today)}.`,
      before: formOf(claim, pair.base.claimSet.schema),
      after: null,
      ...breaksByDeclaration(claim.name, broken, pair.includes),
    },
  ];
}

/** Whether the removal was announced with `x-claimsmith-sunset`. Dates of this form compare as texts. */
function announcement({ sunset, deprecated }: Claim, today: string): string {
  if (sunset === null) return deprecated ? "; it was deprecated" : "";
  return today > sunset ? `, as announced for ${sunset}` : `, before its time: it may go after ${sunset}`;
}

function presence(before: Claim, after: Claim, pair: TokenPair, broken: readonly BrokenDirection[]): ChangeDraft[] {
  if (before.required === after.required) return [];
  const requiredBy = before.requiredBy ?? after.requiredBy;
  if (requiredBy === "policy") return [];
  const by = requiredBy === "profile" ? ", as its profile says" : "";
  return [
    {
      ...draft(after.required ? "claim-required" : "claim-optional", after, pair),
      message: `Claim ${quoteText(after.name)} is now ${after.required ? "required" : "optional"}${by}.`,
      before: before.required,
      after: after.required,
      ...breaksByAbsence(after.name, broken),
    },
  ];
}

function values(before: Claim, after: Claim, pair: TokenPair, broken: readonly BrokenDirection[]): ChangeDraft[] {
  const old = contractForm(before.schema, pair.base.claimSet.schema.$defs ?? {});
  const now = contractForm(after.schema, pair.revision.claimSet.schema.$defs ?? {});
  if (isSameForm(old, now)) return [];
  const relation = relate(before.name, pair);
  if (relation === "equal") return [];
  const difference = describeDifference(old, now);
  const { said, kind } = RELATIONS[relation];
  return [
    {
      ...draft(kind, after, pair),
      location: placeOfDifference(before, after, pair.base.claimSet, pair.revision.claimSet),
      message: `Claim ${quoteText(after.name)} ${said}${difference === "" ? "" : `: ${difference}`}.`,
      before: old,
      after: now,
      ...breaksByValues(after.name, broken, pair.includes),
    },
  ];
}

const RELATIONS = {
  narrowed: { kind: "claim-narrowed", said: "admits fewer values" },
  widened: { kind: "claim-widened", said: "admits more values" },
  other: { kind: "claim-changed", said: "admits other values" },
} as const;

/** How the values of a claim before and after lie to each other, as consumers and as producers see them. */
function relate(name: string, { base, revision, includes }: TokenPair): keyof typeof RELATIONS | "equal" {
  const views = ["open", "closed"] as const;
  const facets = views.map((view) => [base, revision].map((token) => issuedFacet(asSeen(token, view), name, true)));
  const holds = (from: number, to: number): boolean =>
    facets.every((sides) => {
      const [a, b] = [sides[from], sides[to]];
      return a !== undefined && b !== undefined && includes(a, b).verdict === "included";
    });
  const grows = holds(0, 1);
  const shrinks = holds(1, 0);
  if (grows && shrinks) return "equal";
  return grows ? "widened" : shrinks ? "narrowed" : "other";
}

/** The token as a third party's (which may add to its claims) or as our own, without the policy's names. */
function asSeen(token: TokenPair["base"], view: "open" | "closed"): TokenPair["base"] {
  return {
    ...token,
    helpers: view === "open" ? ["verify"] : ["issue"],
    policy: { ...token.policy, issuer: null, audience: null, unknownClaims: "ignore" },
  };
}

function shortName(before: Claim, after: Claim, pair: TokenPair): ChangeDraft[] {
  if (before.shortName === after.shortName) return [];
  const names = `${quoteText(before.shortName)} is now ${quoteText(after.shortName)}`;
  return [
    {
      ...draft("claim-short-name", after, pair),
      message: `The short name of claim ${quoteText(after.name)}, ${names}.`,
      before: before.shortName,
      after: after.shortName,
      breaks: ["producer-types", "consumer-types"],
    },
  ];
}

function annotations(before: Claim, after: Claim, pair: TokenPair): ChangeDraft[] {
  const old = annotationsOf(before);
  const now = annotationsOf(after);
  const changed = Object.keys(now).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  if (changed.length === 0) return [];
  const deprecated = changed.includes("deprecated");
  const others = changed.filter((name) => name !== "deprecated");
  const said = [
    ...(deprecated ? [after.deprecated ? "is now deprecated" : "is no longer deprecated"] : []),
    ...(others.length === 0 ? [] : [`has another ${others.join(" and ")}`]),
  ];
  return [
    {
      ...draft("claim-annotation", after, pair),
      message: `Claim ${quoteText(after.name)} ${said.join(", and ")}.`,
      before: old,
      after: now,
    },
  ];
}

function annotationsOf(claim: Claim): Readonly<Record<string, JsonValue>> {
  const { description, deprecated, sunset, since, readers } = claim;
  return { description, deprecated, sunset, since, readers };
}

function draft(kind: ChangeKind, claim: Claim, { revision }: TokenPair) {
  return { token: revision.key, kind, claim: claim.name, location: claim.location, readers: claim.readers };
}

function formOf({ schema, required }: Claim, root: SchemaObject): JsonValue {
  return { schema: contractForm(schema, root.$defs ?? {}), required };
}
