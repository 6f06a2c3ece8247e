import type { TokenPolicy } from "../runtime/policy/definition.js";
import { checkTimes, readTime } from "../runtime/policy/times.js";
import { type Finding, refusal } from "./inspection.js";
import { refusedBy } from "./refused-by.js";
import { dateWords, distanceWords, spanWords } from "./time-words.js";

type Claims = Readonly<Record<string, unknown>>;
type TimeClaim = "exp" | "nbf" | "iat";

/** A time of less than this, in 1973, is a duration that somebody took for a time. */
const EARLIEST = 100_000_000;

/** Units that are taken for seconds by mistake, from where a number can only be in them. */
const WRONG_UNITS = [
  { from: 1e17, unit: "nanoseconds", perSecond: 1e9 },
  { from: 1e14, unit: "microseconds", perSecond: 1e6 },
  { from: 1e11, unit: "milliseconds", perSecond: 1e3 },
] as const;

/**
 * What is wrong with the times of a token, each by the runtime's own check of it alone. A claim that is no finite
 * number is passed over here.
 *
 * @param now - seconds since 1970
 */
export function findTimeFaults(claims: Claims, policy: TokenPolicy, now: number): Finding[] {
  const { clockTolerance, lifetime } = policy;
  const times = {
    exp: finite(readTime(claims, "exp")),
    nbf: finite(readTime(claims, "nbf")),
    iat: finite(readTime(claims, "iat")),
  };
  const inWrongUnit = new Map<TimeClaim, Finding>();
  for (const claim of ["exp", "nbf", "iat"] as const) {
    const value = times[claim];
    const finding = value === null ? null : unitFault(claim, value, now);
    if (finding !== null) inWrongUnit.set(claim, finding);
  }
  const findings = [...inWrongUnit.values()];
  const refuses = (single: Claims, at: number, limit = Number.POSITIVE_INFINITY): boolean =>
    refusedBy(() => checkTimes(single, at, clockTolerance, limit)) !== null;

  const { exp, nbf, iat } = times;
  if (exp !== null && refuses({ exp }, now)) findings.push(expired(exp, now));
  if (nbf !== null && !inWrongUnit.has("nbf") && refuses({ exp: Number.MAX_VALUE, nbf }, now)) {
    const message = `The token is not valid yet: "nbf" is ${dateWords(nbf)}, ${distanceWords(nbf, now)}.`;
    findings.push(refusal("not_yet_valid", message, { claim: "nbf" }));
  }
  if (iat !== null && !inWrongUnit.has("iat") && refuses({ exp: Number.MAX_VALUE, iat }, now)) {
    const message = `The token comes from the future: "iat" is ${dateWords(iat)}, ${distanceWords(iat, now)}. Check the clocks of both sides.`;
    findings.push(refusal("not_yet_valid", message, { claim: "iat" }));
  }
  if (exp !== null && inWrongUnit.size === 0 && isTooLong(exp, iat)) findings.push(tooLong(exp, iat, now, lifetime));
  return findings;

  /** Asked at a time at which nothing else is wrong, so that only the lifetime can be. */
  function isTooLong(exp: number, iat: number | null): boolean {
    if (iat === null) return !refuses({ exp }, now) && refuses({ exp }, now, lifetime);
    return exp > iat && refuses({ exp, iat }, iat, lifetime);
  }
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function unitFault(claim: TimeClaim, value: number, now: number): Finding | null {
  const wrong = WRONG_UNITS.find(({ from }) => value >= from);
  if (wrong === undefined) return null;
  const probable = Math.floor(value / wrong.perSecond);
  const meant = `${probable} (${dateWords(probable)}, ${distanceWords(probable, now)})`;
  const message = `Claim "${claim}" is in ${wrong.unit}; a time is in seconds since 1970 (RFC 7519 section 2). It was probably meant to be ${meant}.`;
  return refusal("invalid", message, { claim, expected: String(probable) });
}

function expired(exp: number, now: number): Finding {
  const message =
    exp < EARLIEST
      ? `The token has expired: "exp" is ${dateWords(exp)}. That reads like a duration, and "exp" is a time: the seconds since 1970 at which the token ends.`
      : `The token expired ${spanWords(now - exp)} ago: "exp" is ${dateWords(exp)}.`;
  return refusal("expired", message, { claim: "exp" });
}

function tooLong(exp: number, iat: number | null, now: number, lifetime: number): Finding {
  const allowed = `and the policy allows ${spanWords(lifetime)}.`;
  const message =
    iat === null
      ? `The token still lives ${spanWords(exp - now)}, ${allowed} Without "iat" the time until "exp" counts.`
      : `The token lives ${spanWords(exp - iat)} from "iat" to "exp", ${allowed}`;
  return refusal("lifetime_exceeded", message, { claim: "exp", expected: spanWords(lifetime) });
}
