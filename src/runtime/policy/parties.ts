import { refuse } from "../errors/refuse.js";
import type { ConsumerDefinition, TokenPolicy } from "./definition.js";

type Claims = Readonly<Record<string, unknown>>;

/** What is known of the issuers of a kind of token. */
export type IssuerDefinition = Pick<ConsumerDefinition, "policy" | "matchIssuer">;

/**
 * Checks `iss` against the policy and what the caller narrows it to (RFC 7519 section 4.1.1, RFC 8725
 * section 3.8): compared as strings, without any normalization. A pattern fits where the policy has patterns. What the caller
 * gives is always taken to the letter: it may hold the tenant that a request names, and so must not become a pattern.
 *
 * @throws {ClaimsError} `issuer_mismatch`
 */
export function checkIssuer(claims: Claims, definition: IssuerDefinition, narrowed: readonly string[] | null): void {
  const issuer = readOwn(claims, "iss");
  const expected = toList(definition.policy.issuer);
  const isExpected = expected === null || isAmong(expected, issuer, definition);
  if (!isExpected || narrowed?.some((one) => one === issuer) === false) throw refuse("issuer_mismatch");
}

/** Whether an issuer is one of those that are expected, to the letter or by pattern. */
export function isAmong(
  expected: readonly string[],
  issuer: unknown,
  { matchIssuer }: Pick<ConsumerDefinition, "matchIssuer">,
): boolean {
  return matchIssuer === undefined ? expected.some((one) => one === issuer) : matchIssuer(expected, issuer) !== null;
}

/**
 * Checks that `aud` names one of the audiences of the policy and of what the caller narrows it to
 * (RFC 7519 section 4.1.3, RFC 8725 section 3.9).
 *
 * @throws {ClaimsError} `audience_mismatch`
 */
export function checkAudience(claims: Claims, policy: TokenPolicy, narrowed: readonly string[] | null): void {
  const expected = intersect(toList(policy.audience), narrowed);
  if (expected === null) return;
  const audience = readOwn(claims, "aud");
  const named: readonly unknown[] = Array.isArray(audience) ? audience : [audience];
  const isNamed = named.every((name) => typeof name === "string") && named.some((name) => expected.includes(name));
  if (!isNamed) throw refuse("audience_mismatch");
}

/** A claim's value; only an own property is a claim. */
export function readOwn(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

/** A policy's one or several names as a list; null where it has none. */
export function toList(names: string | readonly string[] | undefined): readonly string[] | null {
  if (names === undefined) return null;
  return typeof names === "string" ? [names] : names;
}

/** What both sides accept; null where neither says anything. An empty list accepts nothing. */
function intersect(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((name) => other.includes(name));
}
