import { refuse } from "../errors/refuse.js";
import { MAX_NUMERIC_DATE, readDuration, readKey, readNow, readOptions, } from "../policy/read-options.js";
const ISSUE_OPTIONS = ["key", "keyId", "algorithm", "expiresIn", "notBefore", "now", "header"];
/**
 * Reads the options of issue, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readIssueOptions(options) {
    const given = readOptions(options, ISSUE_OPTIONS);
    const now = readNow(given.get("now"));
    const expiresIn = given.get("expiresIn");
    const expiresInSeconds = expiresIn === undefined ? null : readDuration(expiresIn, "expiresIn");
    if (expiresInSeconds === 0)
        throw refuse("invalid_option", "Option `expiresIn` must be longer than nothing.");
    return {
        key: readKey(given),
        keyId: readName(given, "keyId"),
        algorithm: readName(given, "algorithm"),
        expiresInSeconds,
        notBefore: readNotBefore(given.get("notBefore"), now),
        now,
        header: given.get("header"),
    };
}
function readNotBefore(value, now) {
    if (value === undefined)
        return null;
    if (!(value instanceof Date))
        return Math.floor(now) + readDuration(value, "notBefore");
    // Rounded up: a token must not be valid earlier than its issuer said.
    const seconds = Math.ceil(value.getTime() / 1000);
    if (seconds >= 0 && seconds <= MAX_NUMERIC_DATE)
        return seconds;
    throw refuse("invalid_option", "Option `notBefore` must be a valid Date or a duration such as 5m.");
}
function readName(given, option) {
    const value = given.get(option);
    if (value === undefined)
        return null;
    if (typeof value === "string" && value !== "")
        return value;
    throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty.`);
}
