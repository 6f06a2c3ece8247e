import { mergeIssues } from "../claims/explain-errors.js";
import { takeSnapshot } from "../claims/snapshot.js";
import { runValidator } from "../claims/validation.js";
import { sign } from "../engine/platform-engine.js";
import { refuse, refuseClaims } from "../errors/refuse.js";
import { findSigningKey } from "../keys/issue-keys.js";
import { checkAudience, checkIssuer, toList } from "../policy/parties.js";
import { checkTimeForms, checkTimes, readTime } from "../policy/times.js";
import { buildHeader } from "./issue-header.js";
import { readIssueOptions } from "./issue-options.js";
/**
 * Issues a token: reads the claims once, fills in what the policy knows, validates, and signs exactly
 * what was validated. What verify of the same package would refuse is never signed.
 *
 * @throws {ClaimsError} `invalid_claims`, `invalid_option`, `invalid_key`, and the codes of what verify would refuse
 */
export async function issueToken(definition, claims, options) {
    const { policy } = definition;
    const checked = readIssueOptions(options);
    const algorithms = checked.algorithm === null ? policy.algorithms : [checked.algorithm];
    if (!algorithms.every((alg) => policy.algorithms.includes(alg)))
        throw refuse("algorithm_not_allowed");
    const snapshot = takeSnapshot(claims);
    if ("issues" in snapshot)
        throw refuseClaims(snapshot.issues);
    const payload = snapshot.value;
    fillIn(payload, definition, checked);
    checkClaims(payload, definition, checked.now);
    const { alg, key, kid } = await findSigningKey(checked.key, algorithms, checked.keyId);
    const header = buildHeader(checked.header, { alg, typ: policy.type, kid });
    const token = await signWith(header, JSON.stringify(payload), key);
    if (token.length > policy.maxTokenBytes) {
        throw refuse("token_too_large", `The token is longer than the ${policy.maxTokenBytes} bytes that the policy allows.`);
    }
    return token;
}
async function signWith(header, payload, key) {
    try {
        return await sign(header, payload, key);
    }
    catch (cause) {
        throw refuse("invalid_key", undefined, { cause });
    }
}
/** Puts in what the producer left out and the claim set or the policy knows. */
function fillIn(payload, { policy, constants, fillsJwtId, matchIssuer }, options) {
    for (const [name, value] of Object.entries(constants))
        fill(payload, name, structuredClone(value));
    const issuers = toList(policy.issuer);
    if (issuers?.length === 1 && matchIssuer === undefined)
        fill(payload, "iss", issuers[0]);
    const audiences = toList(policy.audience);
    if (audiences?.length === 1)
        fill(payload, "aud", audiences[0]);
    fill(payload, "iat", Math.floor(options.now));
    fillTimes(payload, policy.lifetime, options);
    if (fillsJwtId)
        fill(payload, "jti", crypto.randomUUID());
}
function fillTimes(payload, lifetime, { now, expiresInSeconds, notBefore }) {
    if (expiresInSeconds !== null && Object.hasOwn(payload, "exp")) {
        throw refuse("invalid_option", 'Option `expiresIn` contradicts claim "exp", which is given too.');
    }
    if (expiresInSeconds !== null && expiresInSeconds > lifetime)
        throw refuse("lifetime_exceeded");
    if (notBefore !== null && Object.hasOwn(payload, "nbf")) {
        throw refuse("invalid_option", 'Option `notBefore` contradicts claim "nbf", which is given too.');
    }
    const iat = readTime(payload, "iat") ?? Math.floor(now);
    fill(payload, "exp", iat + (expiresInSeconds ?? lifetime));
    if (notBefore !== null)
        fill(payload, "nbf", notBefore);
}
function fill(payload, name, value) {
    if (Object.hasOwn(payload, name))
        return;
    // Defined, not assigned: `__proto__` is a name like any other.
    Object.defineProperty(payload, name, { value, writable: true, enumerable: true, configurable: true });
}
/** Refuses what the claim set does not allow a producer, and what verify would refuse. */
function checkClaims(payload, definition, now) {
    const { policy, open, closed } = definition;
    const issues = mergeIssues(runValidator(closed, payload, definition), runValidator(open, payload, definition), checkTimeForms(payload));
    if (issues.length > 0)
        throw refuseClaims(issues);
    const exp = readTime(payload, "exp");
    const nbf = readTime(payload, "nbf");
    const iat = readTime(payload, "iat");
    if (exp !== null && exp <= Math.max(now, iat ?? now)) {
        throw refuse("expired", 'The token would be expired: claim "exp" does not lie after now and "iat".');
    }
    if (exp !== null && nbf !== null && nbf >= exp) {
        throw refuseClaims([
            { code: "invalid", claim: "nbf", path: "/nbf", message: 'Claim "nbf" must lie before "exp".' },
        ]);
    }
    // A token for later is issued now: at its `nbf` verify will accept it, so that is when it is judged.
    checkTimes(payload, Math.max(now, nbf ?? now), 0, policy.lifetime);
    if (iat !== null && nbf !== null)
        checkTimes({ exp, iat }, now, 0, policy.lifetime);
    checkIssuer(payload, definition, null);
    checkAudience(payload, policy, null);
}
