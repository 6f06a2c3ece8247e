import { refuse } from "./refuse.js";
/**
 * Checks `iss` against the policy and what the caller narrows it to (RFC 7519 section 4.1.1, RFC 8725
 * section 3.8): compared as strings, without any normalization.
 *
 * @throws {ClaimsError} `issuer_mismatch`
 */
export function checkIssuer(claims, policy, narrowed) {
    const expected = intersect(toList(policy.issuer), narrowed);
    if (expected === null)
        return;
    const issuer = readOwn(claims, "iss");
    if (typeof issuer !== "string" || !expected.includes(issuer))
        throw refuse("issuer_mismatch");
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
function readOwn(claims, name) {
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
