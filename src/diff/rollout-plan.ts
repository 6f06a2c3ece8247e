import type { Token } from "../model/model.js";
import type { Change, Level, Rollout } from "./diff-report.js";
import { durationText } from "./duration-text.js";
import { isIssuedHere } from "./token-views.js";

/** In which order the two sides can be deployed, by what survives. */
export function rolloutOf(backward: boolean, forward: boolean): Rollout {
  if (backward) return forward ? "any-order" : "consumers-first";
  return forward ? "producers-first" : "two-step";
}

/** The level of a token's changes. */
export function levelOf(backward: boolean, forward: boolean, changes: readonly Change[]): Level {
  if (!backward || !forward) return "breaking";
  return changes.length === 0 ? "none" : "compatible";
}

/**
 * The steps of a rollout in words; none where any order will do.
 *
 * @param base - the token as it is deployed now: the last of these expires one lifetime after the last was issued
 */
export function planRollout(rollout: Rollout, base: Token, changes: readonly Change[]): readonly string[] {
  const { key } = base;
  const consumers = `the consumers of ${key}`;
  const producers = isIssuedHere(base) ? `the producers of ${key}` : `the third party's producers of ${key}`;
  const wait = `Wait ${durationText(base.policy.lifetimeSeconds)}, until the last old token has expired.`;
  switch (rollout) {
    case "any-order":
      return [];
    case "consumers-first":
      return [`Deploy ${consumers} with the revision.`, `Then deploy ${producers}.`];
    case "producers-first":
      return [`Deploy ${producers} with the revision.`, wait, `Then deploy ${consumers}.`];
    case "two-step":
      return [
        `Expand: ${listExpansions(changes)}`,
        `Deploy ${consumers} with the expanded claim set.`,
        `Then deploy ${producers} with it, and let them issue the new form only.`,
        wait,
        "Contract: make the claim set and the policy what this revision says.",
        `Deploy ${producers}, then ${consumers}.`,
      ];
  }
}

/** What the intermediate schema says, so that it accepts old and new tokens alike. */
function listExpansions(changes: readonly Change[]): string {
  const breaking = changes.filter(({ breaks }) => breaks.includes("backward") || breaks.includes("forward"));
  return `${[...new Set(breaking.map(expansionOf))].join("; ")}.`;
}

function expansionOf({ kind, claim, path }: Change): string {
  const name = claim === null ? (path.split("/").at(-1) ?? "") : JSON.stringify(claim);
  switch (kind) {
    case "claim-added":
    case "claim-required":
      return `declare ${name} as optional, and issue it always`;
    case "claim-removed":
    case "claim-optional":
      return `declare ${name} as optional, and go on issuing it`;
    case "claim-narrowed":
    case "claim-widened":
    case "claim-changed":
      return `let ${name} have the old and the new form (anyOf)`;
    case "policy-lifetime":
    case "policy-max-token-bytes":
      return `keep the larger ${name}`;
    case "policy-issuer":
    case "policy-audience":
    case "policy-algorithms":
      return `list the old and the new values of ${name}`;
    case "policy-type":
      return "keep the old header `typ` until every consumer accepts the new one";
    case "policy-unknown-claims":
      return "set unknownClaims to ignore";
    default:
      return "let the claim set accept what either side accepts (anyOf)";
  }
}
