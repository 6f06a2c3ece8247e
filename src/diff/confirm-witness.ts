import { typeOfValue } from "../containment/term.js";
import { exampleIssuer } from "../model/issuer-rule.js";
import type { Policy } from "../model/model.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { isObject } from "../schema/own-property.js";
import { appendOwn, withoutOwn } from "./claims-object.js";
import type { Direction, Witness } from "./diff-report.js";
import type { DirectionJudge } from "./direction-judge.js";
import { plausibleValues, unlistedValues } from "./plausible-values.js";
import { partiesOf } from "./token-views.js";

/** 2026-01-01T00:00:00Z: a witness is the same text on every day. */
const ISSUED_AT = 1_767_225_600;

/**
 * A witness of the whole claim set's break, as realistic as both validators allow; null where the judge's validators
 * do not confirm it.
 */
export function confirmWitness(found: JsonValue, judge: DirectionJudge, direction: Direction): Witness | null {
  return isObject(found) ? firstConfirmed([found], judge, direction, null) : null;
}

/**
 * A witness that shows what one claim does: claims that would be accepted but for it, or at least some that are refused.
 *
 * @param value - a value of the claim that shows the fault; undefined to leave the claim out
 * @param whole - a witness of the whole claim set's break, null where there is none
 */
export function confirmClaimWitness(
  claim: string,
  value: JsonValue | undefined,
  whole: JsonValue | null,
  judge: DirectionJudge,
  direction: Direction,
): Witness | null {
  const others = isObject(whole) ? whole : null;
  const values = value === undefined ? [undefined] : [...shownValues(claim, value, judge), value];
  const shown = values.flatMap((one) =>
    [judge.sample(), others].flatMap((claims) => {
      if (claims === null) return [];
      return [one === undefined ? withoutOwn(claims, claim) : appendOwn(claims, claim, one)];
    }),
  );
  return (
    firstConfirmed(shown, judge, direction, claim) ??
    firstConfirmed(others === null ? [] : [others], judge, direction, null)
  );
}

/** Values that show the same as one that was found, and that a reader would rather expect there. */
function shownValues(claim: string, found: JsonValue, { from, to }: DirectionJudge): readonly JsonValue[] {
  // A listed value that was found is one that the other side does not have.
  const usual = plausibleValues(claim, from);
  const unlisted = typeof found === "string" ? unlistedValues(claim, to) : [];
  return [...usual, ...unlisted].filter((value) => typeOfValue(value) === typeOfValue(found));
}

function firstConfirmed(
  candidates: readonly JsonObject[],
  judge: DirectionJudge,
  direction: Direction,
  claim: string | null,
): Witness | null {
  for (const candidate of candidates) {
    for (const claims of realisticForms(candidate, judge.from.policy)) {
      if (!judge.canIssue(claims)) continue;
      const issues = judge.refusal(claims);
      const issue = issues?.find((one) => claim === null || one.claim === claim);
      if (issue !== undefined) return { direction, claims, issue };
    }
  }
  return null;
}

/** The claims with the policy's own values in the place of made-up ones, from the most realistic form to none of it. */
function* realisticForms(claims: JsonObject, policy: Policy): Generator<JsonObject> {
  const times = withTimes(claims, policy);
  yield withParties(times, policy);
  yield times;
  yield withParties(claims, policy);
  yield claims;
}

/**
 * A witness of a break of policy, where no claim issue is reported: claims that can be issued and that `isRefused` says
 * yes to; null where there are none.
 */
export function confirmPolicyWitness(
  found: JsonValue,
  judge: DirectionJudge,
  direction: Direction,
  isRefused: (claims: JsonObject) => boolean,
): Witness | null {
  if (!isObject(found)) return null;
  for (const claims of realisticForms(found, judge.from.policy)) {
    if (judge.canIssue(claims) && isRefused(claims)) return { direction, claims, issue: null };
  }
  return null;
}

function withTimes(claims: JsonObject, policy: Policy): JsonObject {
  return replaceOwn(claims, { iat: ISSUED_AT, nbf: ISSUED_AT, exp: ISSUED_AT + policy.lifetimeSeconds });
}

function withParties(claims: JsonObject, policy: Policy): JsonObject {
  const issuer = partiesOf(policy.issuer)?.[0];
  const audience = partiesOf(policy.audience)?.[0];
  return replaceOwn(claims, {
    ...(issuer === undefined ? {} : { iss: exampleIssuer(issuer) }),
    ...(audience === undefined ? {} : { aud: audience }),
  });
}

/** The claims with other values for those of the names that they have. */
function replaceOwn(claims: JsonObject, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, Object.hasOwn(values, name) ? (values[name] ?? null) : value]),
  );
}
