import { refuse } from "../errors/refuse.js";
/** Seconds that `iat` may lie ahead, so that two clocks may differ. */
const IAT_AHEAD = 60;
/** Issues of the claims that hold times: `exp` must be there, each must be a finite number (RFC 7519 section 2). */
export function checkTimeForms(claims) {
    const issues = [];
    for (const claim of ["exp", "nbf", "iat"]) {
        if (!Object.hasOwn(claims, claim)) {
            if (claim === "exp")
                issues.push({ code: "missing", claim, path: "/exp", message: 'Claim "exp" is missing.', keyword: "required" });
        }
        else if (!Number.isFinite(claims[claim])) {
            issues.push({
                code: "invalid",
                claim,
                path: `/${claim}`,
                message: `Claim "${claim}" must be a finite number of seconds.`,
                keyword: "type",
            });
        }
    }
    return issues;
}
/**
 * Checks the times of claims whose forms have been checked (RFC 7519 sections 4.1.4 to 4.1.6).
 *
 * @param now - seconds since 1970
 * @param tolerance - seconds
 * @param lifetime - seconds; the most that `exp - iat` may be, or without `iat` how far `exp` may lie ahead
 * @throws {ClaimsError} `expired`, `not_yet_valid`, `lifetime_exceeded`
 */
export function checkTimes(claims, now, tolerance, lifetime) {
    const exp = readTime(claims, "exp");
    const nbf = readTime(claims, "nbf");
    const iat = readTime(claims, "iat");
    if (exp === null || now >= exp + tolerance)
        throw refuse("expired");
    if (nbf !== null && nbf > now + tolerance)
        throw refuse("not_yet_valid");
    if (iat !== null && iat > now + Math.max(IAT_AHEAD, tolerance)) {
        throw refuse("not_yet_valid", 'The token comes from the future: claim "iat" lies after now.');
    }
    const isTooLong = iat === null ? exp > now + lifetime + tolerance : exp - iat > lifetime;
    if (isTooLong)
        throw refuse("lifetime_exceeded");
}
/** A time in seconds; null where the claim is absent. Only an own property is a claim. */
export function readTime(claims, claim) {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : null;
    return typeof value === "number" ? value : null;
}
