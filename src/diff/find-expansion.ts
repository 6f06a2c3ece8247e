import { PROFILES } from "../config/profiles.js";
import { ClaimsmithError } from "../errors.js";
import { closeSchema } from "../model/closed-view.js";
import { effectiveSchema, openSchema } from "../model/effective-schema.js";
import type { Token } from "../model/model.js";
import type { Change } from "./diff-report.js";
import { type ExpandedClaimSet, expandClaimSet } from "./expand-claim-set.js";
import { type ExpandedPolicy, expandPolicy } from "./expand-policy.js";
import type { Expansion } from "./expansion.js";
import {
  breaksByAlgorithms,
  breaksByAudience,
  breaksByIssuer,
  breaksByLifetime,
  breaksBySize,
  breaksByType,
} from "./policy-breaks.js";
import type { TokenPair } from "./token-pair.js";

/** So many states in between are tried; each costs two proofs. */
const MOST_TRIES = 8;

/** Changes that no policy makes good; whether a claim is demanded may follow from the profile. */
const VALUE_CHANGES: ReadonlySet<Change["kind"]> = new Set([
  "claim-narrowed",
  "claim-changed",
  "claim-removed",
  "claim-set",
]);

const POLICY_CHECKS = [breaksByAlgorithms, breaksByType, breaksByLifetime, breaksBySize];
const PARTY_CHECKS = [breaksByIssuer, breaksByAudience];

/**
 * The state between the two sides of a token that makes two compatible steps of the change; null where none is proved.
 *
 * Proved is what each step needs. BASE to the expansion is `backward`: its consumers accept every token that producers on
 * BASE issue. The expansion to REVISION is `forward`: its consumers accept every token that producers on REVISION issue.
 * Once the last token of BASE has expired only those of REVISION are alive, which its own consumers accept.
 */
export function findExpansion(pair: TokenPair, changes: readonly Change[]): Expansion | null {
  const names = changes.flatMap(({ claim, breaks }) => (claim !== null && breaks.includes("backward") ? [claim] : []));
  const refusesValues = changes.some(({ kind, breaks }) => VALUE_CHANGES.has(kind) && breaks.includes("backward"));
  let tries = 0;
  for (const policy of expandPolicy(pair)) {
    if (!isPolicyWide(pair, policy)) continue;
    for (const claimSet of expandClaimSet(pair, names, !refusesValues)) {
      tries += 1;
      if (tries > MOST_TRIES) return null;
      const token = expandedToken(pair.revision, claimSet, policy);
      if (token !== null && acceptsBoth(pair, token)) return { schema: claimSet.members, policy: policy.members };
    }
  }
  return null;
}

/** Whether what the header and the limits say passes, before any proof is begun. */
function isPolicyWide({ base, revision, judgeOf }: TokenPair, policy: ExpandedPolicy): boolean {
  const expanded = withPolicy(revision, policy);
  return [base, revision].every((from) =>
    POLICY_CHECKS.every((check) => check(judgeOf(from, expanded), "backward", judgeOf) === null),
  );
}

function acceptsBoth({ base, revision, judgeOf }: TokenPair, expanded: Token): boolean {
  return [base, revision].every((from) => {
    const judge = judgeOf(from, expanded);
    return (
      PARTY_CHECKS.every((check) => check(judge, "backward", judgeOf) === null) && judge.claims().verdict === "included"
    );
  });
}

/** The token with another claim set under another policy; null where the two contradict each other. */
function expandedToken(revision: Token, { authored }: ExpandedClaimSet, policy: ExpandedPolicy): Token | null {
  const { claimSet } = revision;
  const config = {
    ...policy.config,
    key: revision.key,
    schemaFile: claimSet.source,
    schemaPointer: "",
    helpers: revision.helpers,
  };
  try {
    const { schema } = effectiveSchema(config, { ...claimSet.authored, schema: authored });
    return {
      ...withPolicy(revision, policy),
      claimSet: { ...claimSet, schema, open: openSchema(schema), closed: closeSchema(schema) },
    };
  } catch (error) {
    // A claim that is no longer demanded may be one that the profile demands, and the like: then it is no way to go.
    if (error instanceof ClaimsmithError) return null;
    throw error;
  }
}

function withPolicy(revision: Token, { config }: ExpandedPolicy): Token {
  const { type, ...rest } = config;
  const profile = PROFILES[config.profile];
  return {
    ...revision,
    policy: {
      ...revision.policy,
      ...rest,
      type: type ?? profile.type,
      acceptedTypes: type === null ? profile.acceptedTypes : [type],
    },
  };
}
