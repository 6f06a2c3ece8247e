import type { Token } from "../model/model.js";
import { durationText } from "../text/duration-text.js";
import { breaksTokens, type Change, type Level, type Rollout } from "./diff-report.js";
import type { Expansion } from "./expansion.js";
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
 * @param expansion - the state in between, where one was proved
 */
export function planRollout(
  rollout: Rollout,
  base: Token,
  changes: readonly Change[],
  expansion: Expansion | null,
): readonly string[] {
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
        ...(expansion === null ? expandByHand(key, changes) : [EXPAND]),
        `Deploy ${consumers} with the expanded state, and leave ${producers} as they are.`,
        `Deploy ${producers} with the revision.`,
        wait,
        `Contract: deploy ${consumers} with the revision.`,
      ];
  }
}

const EXPAND =
  "Expand: write into the revision what is shown as the expanded state. It was proved to accept the tokens of both sides.";

/** What a person has to do where no state in between was proved. */
function expandByHand(key: string, changes: readonly Change[]): readonly string[] {
  const breaking = changes.filter(breaksTokens);
  if (breaking.some(({ kind }) => kind === "policy-type")) {
    return [
      `Expand: no policy accepts both header types. Declare the revision as a token of its own beside ${key}, and let consumers accept either.`,
    ];
  }
  const words = [...new Set(breaking.map(expansionOf))].join("; ");
  return [
    `Expand: ${words}. No such state was proved, so check yours: claimsmith diff says consumers-first of it after the base, and producers-first of the revision after it.`,
  ];
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
    case "policy-unknown-claims":
      return "set unknownClaims to ignore";
    default:
      return "let the claim set accept what either side accepts (anyOf)";
  }
}
