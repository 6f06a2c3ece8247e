import { REGISTERED_CLAIMS } from "../model/standard-claims.js";
import { pairMisnamed } from "../runtime/claims/misnamed.js";
import { runValidator } from "../runtime/claims/validation.js";
import { isAmong, toList } from "../runtime/policy/parties.js";
import { isSameMediaType } from "../runtime/text/media-type.js";
import { isCheckable, type Kind, type KnownKind } from "./kind.js";
import type { ReadToken } from "./read-token.js";

type Members = Readonly<Record<string, unknown>>;

interface Candidate extends Kind {
  /** What `typ`, `iss` and `aud` say for this kind: the higher the better. */
  readonly statement: number;
}

/** How well the claims fit a kind. */
interface Fit {
  /** Issues of the claim set. */
  readonly issues: number;
  /** Claims that only such tokens have. */
  readonly shared: number;
}

/** What a sign is worth, each more than all after it together. A `typ` that any token may have comes last. */
const WEIGHT = { type: 8, issuer: 4, audience: 2, plainType: 1 } as const;

/**
 * The kind that a token is meant to be: by its `typ`, `iss` and `aud`, then by how well its claims fit. Null where
 * nothing speaks for any kind. Whether the token is a good one of its kind is not asked.
 */
export function recognizeToken(kinds: readonly Kind[], read: ReadToken): Kind | null {
  const candidates = kinds.map((kind) => rate(kind, read));
  const best = Math.max(...candidates.map(({ statement }) => statement));
  if (best > WEIGHT.plainType) {
    const stated = candidates.filter(({ statement }) => statement === best);
    // Validators are compiled only where the claims have to decide.
    return (stated.length === 1 ? stated : byFit(stated, read))[0] ?? null;
  }
  return byFit(candidates, read).find((candidate) => candidate.fits) ?? null;
}

function rate({ key, definition }: Kind, { header, claims }: ReadToken): Candidate {
  const { issuer, audience } = definition.policy;
  const isOfIssuer = issuer !== undefined && isAmong([issuer].flat(), readOwn(claims ?? {}, "iss"), definition);
  const audiences = [readOwn(claims ?? {}, "aud")].flat();
  const signs = [
    rateType(definition, readOwn(header ?? {}, "typ")),
    isOfIssuer ? WEIGHT.issuer : 0,
    toList(audience)?.some((one) => audiences.includes(one)) === true ? WEIGHT.audience : 0,
  ];
  return { key, definition, statement: signs.reduce((sum, sign) => sum + sign, 0) };
}

/** Candidates by what their `typ` says, then by how well the claims fit, the best first. */
function byFit(candidates: readonly Candidate[], read: ReadToken): (Candidate & { readonly fits: boolean })[] {
  return candidates
    .map((candidate) => ({ candidate, fit: fitOf(candidate.definition, read) }))
    .sort(
      (a, b) =>
        b.candidate.statement - a.candidate.statement ||
        compare(a.fit.issues, b.fit.issues) ||
        b.fit.shared - a.fit.shared,
    )
    .map(({ candidate, fit }) => ({
      ...candidate,
      fits: read.claims !== null && (fit.shared > 0 || fit.issues === 0),
    }));
}

function fitOf(definition: KnownKind, { text, claims }: ReadToken): Fit {
  const isKnown = claims !== null && isCheckable(text, definition);
  return {
    issues: isKnown ? runValidator(definition.open, claims, definition).length : Number.POSITIVE_INFINITY,
    shared: countShared(definition, claims ?? {}),
  };
}

function rateType({ acceptedTypes }: KnownKind, type: unknown): number {
  if (type === undefined) return acceptedTypes.includes(null) ? WEIGHT.plainType : 0;
  if (typeof type !== "string") return 0;
  if (!acceptedTypes.some((one) => one !== null && isSameMediaType(one, type))) return 0;
  return isSameMediaType(type, "JWT") ? WEIGHT.plainType : WEIGHT.type;
}

/** Claims of the set that not every token has, also under a name that is nearly right. */
function countShared({ claimNames }: KnownKind, claims: Members): number {
  const own = claimNames.names.filter((name) => !REGISTERED_CLAIMS.has(name));
  const present = own.filter((name) => Object.hasOwn(claims, name));
  const found = Object.keys(claims).filter((name) => !claimNames.names.includes(name));
  const absent = own.filter((name) => !Object.hasOwn(claims, name));
  return present.length + pairMisnamed(absent, found, claimNames).size;
}

/** Not by subtraction: both may be infinite. */
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function readOwn(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
