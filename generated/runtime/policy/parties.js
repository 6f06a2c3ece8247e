import { refuse } from "../errors/refuse.js";
/**
 * Checks `iss` against the policy and what the caller narrows it to (RFC 7519 section 4.1.1, RFC 8725
 * section 3.8): compared as strings, without any normalization. A pattern fits where the policy has patterns. What the caller
 * gives is always taken to the letter: it may hold the tenant that a request names, and so must not become a pattern.
 *
 * @throws {ClaimsError} `issuer_mismatch`
 */
export function checkIssuer(claims, definition, narrowed) {
    const issuer = readOwn(claims, "iss");
    const expected = toList(definition.policy.issuer);
    const isExpected = expected === null || isAmong(expected, issuer, definition);
    if (!isExpected || narrowed?.some((one) => one === issuer) === false)
        throw refuse("issuer_mismatch");
}
/** Whether an issuer is one of those that are expected, to the letter or by pattern. */
export function isAmong(expected, issuer, { matchIssuer }) {
    return matchIssuer === undefined ? expected.some((one) => one === issuer) : matchIssuer(expected, issuer) !== null;
}
/**
 * Checks that `aud` names one of the audiences of the policy and of what the caller narrows it to
 * (RFC 7519 section 4.1.3, RFC 8725 section 3.9).
 *
 * @throws {ClaimsError} `audience_mismatch`
 */
export function checkAudience(claims, policy, narrowed) {
    const expected = intersect(toList(policy.audience), narrowed);
    if (expected === null)
        return;
    const audience = readOwn(claims, "aud");
    const named = Array.isArray(audience) ? audience : [audience];
    const isNamed = named.every((name) => typeof name === "string") && named.some((name) => expected.includes(name));
    if (!isNamed)
        throw refuse("audience_mismatch");
}
/** A claim's value; only an own property is a claim. */
export function readOwn(claims, name) {
    return Object.hasOwn(claims, name) ? claims[name] : undefined;
}
/** A policy's one or several names as a list; null where it has none. */
export function toList(names) {
    if (names === undefined)
        return null;
    return typeof names === "string" ? [names] : names;
}
/** What both sides accept; null where neither says anything. An empty list accepts nothing. */
function intersect(one, other) {
    if (one === null || other === null)
        return one ?? other;
    return one.filter((name) => other.includes(name));
}
