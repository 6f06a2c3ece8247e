import { includes as realIncludes } from "../containment/includes.js";
import type { Project, Token } from "../model/model.js";
import type { JsonValue } from "../schema/json-schema.js";
import { quoteText } from "../text/quote-text.js";
import { attachTypeBreaks } from "./attach-type-breaks.js";
import { type ChangeDraft, toChange } from "./change-drafts.js";
import type { BrokenDirection } from "./claim-breaks.js";
import { claimNames, findClaimChanges } from "./claim-changes.js";
import { claimOf } from "./claim-facet.js";
import { findClaimSetChange } from "./claim-set-change.js";
import { contractForm, isSameForm, restForm } from "./contract-form.js";
import { breaksTokens, type Change, type DiffReport, type Direction, type TokenDiff } from "./diff-report.js";
import type { Includes } from "./direction-judge.js";
import type { Expansion } from "./expansion.js";
import { findExpansion } from "./find-expansion.js";
import { findPolicyChanges } from "./policy-changes.js";
import { rememberIncludes } from "./remember-includes.js";
import { levelOf, planRollout, rolloutOf } from "./rollout-plan.js";
import { findSizeChange, type SizeChange } from "./size-change.js";
import { pairTokens, type TokenPair } from "./token-pair.js";
import { findTypeBreaks, type TypeBreaks } from "./type-breaks.js";

/** What a comparison needs besides the two projects. */
export interface DiffOptions {
  /** Today's date, `2027-01-31`, for claims whose removal was announced. */
  readonly today: string;
  /** Decides containment; claimsmith's own by default. */
  readonly includes?: Includes | undefined;
  /** Whether to ask TypeScript what stops compiling, which takes longest; true by default. */
  readonly types?: boolean | undefined;
}

/**
 * What changed between two projects, token by token, and what it does to tokens in flight, to services that are not yet
 * redeployed, and to code that compiles against the package. What cannot be proved compatible is reported as breaking.
 */
export async function diffProjects(base: Project, revision: Project, options: DiffOptions): Promise<DiffReport> {
  const includes = rememberIncludes(options.includes ?? realIncludes);
  const pairs = revision.tokens.flatMap((token) => {
    const old = base.tokens.find(({ key }) => key === token.key);
    return old === undefined ? [] : [pairTokens(old, token, includes)];
  });
  const typed = options.types === false ? [] : pairs.filter((pair) => !isUnchanged(pair));
  const types = await findTypeBreaks(typed);
  const typesOf = new Map(typed.map((pair, index) => [pair.revision.key, types[index]]));
  const pairOf = new Map(pairs.map((pair) => [pair.revision.key, pair]));

  const gone = base.tokens.filter(({ key }) => !revision.tokens.some((token) => token.key === key));
  const fresh = revision.tokens.filter(({ key }) => !pairOf.has(key));
  return {
    tokens: [
      ...revision.tokens.map((token) => {
        const pair = pairOf.get(token.key);
        if (pair === undefined) return addedToken(token, sameToken(token, gone));
        return diffToken(pair, typesOf.get(token.key), options.today);
      }),
      ...gone.map((token) => removedToken(token, sameToken(token, fresh))),
    ],
  };
}

function diffToken(pair: TokenPair, types: TypeBreaks | undefined, today: string): TokenDiff {
  const broken = isSameClaimSet(pair) ? [] : findBroken(pair);
  const policy = findPolicyChanges(pair);
  const claims = findClaimChanges(pair, broken, today);
  const changed = new Set(claims.flatMap(({ claim }) => claim ?? []));
  const rest = findClaimSetChange(pair, broken, new Set([...changed, ...byPolicy(policy)]), ({ direction }) => {
    const isBreaking = ({ breaks = [] }: ChangeDraft): boolean => breaks.includes(direction);
    const ofClaims = claims.filter(isBreaking).flatMap(({ claim }) => claim ?? []);
    return new Set([...ofClaims, ...byPolicy(policy.filter(isBreaking))]);
  });
  const drafts = [...claims, ...rest, ...policy];
  const complete = types === undefined ? drafts : attachTypeBreaks(drafts, types, pair);
  const changes = inOrder(complete.map(toChange));
  const holds = (direction: Direction): boolean => !changes.some(({ breaks }) => breaks.includes(direction));
  const [backward, forward] = [holds("backward"), holds("forward")];
  const expansion = backward || forward ? null : findExpansion(pair, changes);
  const size = findSizeChange(pair.base, pair.revision);
  return summarize(pair.base, backward, forward, changes, size, expansion);
}

/** The directions in which consumers refuse claims, or may do so. */
function findBroken({ directions }: TokenPair): readonly BrokenDirection[] {
  return directions.flatMap(({ direction, judge }) => {
    const verdict = judge.claims();
    return verdict.verdict === "included" ? [] : [{ direction, judge, verdict }];
  });
}

/** The claims that a change of policy puts in, takes out or demands. */
function byPolicy(policy: readonly ChangeDraft[]): readonly string[] {
  return policy.flatMap(({ kind }) => (kind === "policy-issuer" ? ["iss"] : kind === "policy-audience" ? ["aud"] : []));
}

/**
 * Whether the claims that are issued, and those that are accepted, are the same on both sides. What is issued under a
 * claim set is accepted under it, as issue sees to; no proof is needed for that.
 */
function isSameClaimSet({ base, revision }: TokenPair): boolean {
  return (
    base.policy.unknownClaims === revision.policy.unknownClaims &&
    isSameForm(base.helpers.includes("issue"), revision.helpers.includes("issue")) &&
    isSameForm(formOf(base), formOf(revision))
  );
}

function isUnchanged(pair: TokenPair): boolean {
  const filled = ({ claimSet }: Token): JsonValue =>
    claimSet.claims.map(({ name, filledIn }) => [name, filledIn?.by ?? null]).sort();
  return isSameClaimSet(pair) && isSameForm(filled(pair.base), filled(pair.revision)) && sameClaims(pair);
}

function sameClaims(pair: TokenPair): boolean {
  return claimNames(pair).every((name) => {
    const [before, after] = [claimOf(pair.base, name), claimOf(pair.revision, name)];
    return before?.required === after?.required;
  });
}

function formOf({ claimSet: { schema } }: Token): JsonValue {
  const { required = [], ...root } = schema;
  return [restForm(root), contractForm(root, schema.$defs ?? {}), [...required].sort()];
}

function addedToken(token: Token, before: Token | undefined): TokenDiff {
  const change = toChange({
    token: token.key,
    kind: before === undefined ? "token-added" : "token-renamed",
    claim: null,
    message:
      before === undefined
        ? `Token ${quoteText(token.key)} is new.`
        : `Token ${quoteText(token.key)} was called ${quoteText(before.key)}.`,
    before: before?.key ?? null,
    after: token.key,
    location: token.location,
  });
  return summarize(token, true, true, [change], findSizeChange(before ?? null, token));
}

/** A token that is gone: nobody accepts the last of those that were issued. */
function removedToken(token: Token, after: Token | undefined): TokenDiff {
  const change = toChange({
    token: token.key,
    kind: after === undefined ? "token-removed" : "token-renamed",
    claim: null,
    message:
      after === undefined
        ? `Token ${quoteText(token.key)} is gone.`
        : `Token ${quoteText(token.key)} is now called ${quoteText(after.key)}: code that names it has to follow.`,
    before: token.key,
    after: after?.key ?? null,
    breaks: ["backward", "producer-types", "consumer-types"],
  });
  return summarize(token, false, true, [change], findSizeChange(token, after ?? null));
}

/** The token among others with the same contract, or from the same source. */
function sameToken(token: Token, others: readonly Token[]): Token | undefined {
  return (
    others.find(({ policy }) => policy.digest === token.policy.digest) ??
    others.find(({ claimSet }) => claimSet.source === token.claimSet.source)
  );
}

function summarize(
  base: Token,
  backward: boolean,
  forward: boolean,
  changes: readonly Change[],
  size: SizeChange,
  expansion: Expansion | null = null,
): TokenDiff {
  const rollout = rolloutOf(backward, forward);
  return {
    token: base.key,
    backward,
    forward,
    level: levelOf(backward, forward, changes),
    rollout,
    plan: planRollout(rollout, base, changes, expansion),
    expansion,
    size,
    changes,
  };
}

/** What breaks tokens, what breaks code, the rest; in each the order in which it was found. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = (change: Change): number => (breaksTokens(change) ? 0 : change.breaks.length > 0 ? 1 : 2);
  return [...changes].sort((one, other) => rank(one) - rank(other));
}
