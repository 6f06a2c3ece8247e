import { readDuration, readInstant, readOptions } from "../policy/read-options.js";
/** Seconds that a mark outlives its token: the most that a verifier may tolerate, and a minute for clocks that differ. */
const MARGIN = 360;
/** Seconds until nobody accepts a token any more; none where the time has come. */
export function secondsLeft(exp) {
    return exp - Date.now() / 1000 + MARGIN;
}
/** Seconds for which a token can be accepted that is issued now and lives so long. */
export function secondsOf(lifetime) {
    return lifetime + MARGIN;
}
/**
 * The mark of a subject: the time before which its tokens are revoked, and the seconds for which to keep it.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function subjectMark(options) {
    const given = readOptions(options, ["before", "lifetime"]);
    const lifetime = readDuration(given.get("lifetime"), "lifetime");
    const now = Date.now() / 1000;
    // `iat` is mostly cut to the second, so this second counts as a whole.
    const before = given.has("before") ? readInstant(given.get("before"), "before") : Math.floor(now) + 1;
    return { before, seconds: Math.max(before - now, 0) + secondsOf(lifetime) };
}
