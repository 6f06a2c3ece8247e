import { refuse } from "../errors/refuse.js";
import { readDuration, readKey, readNames, readNow, readOptions } from "../policy/read-options.js";
import { readStore } from "./check-revoked.js";
const DEMANDS = ["audience", "issuer", "clockTolerance", "now"];
const VERIFY_OPTIONS = ["key", "store", "storeTimeout", ...DEMANDS];
/** Seconds; beyond this, a tolerance is a way around `exp`. */
const MAX_TOLERANCE = 300;
/**
 * Reads the options of verify, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readVerifyOptions(options) {
    const given = readOptions(options, VERIFY_OPTIONS);
    const { audience, issuer, clockToleranceSeconds, now } = readDemands(given);
    return { key: readKey(given), prepareCheck: readStore(given), audience, issuer, clockToleranceSeconds, now };
}
/**
 * Reads what one call demands of a verifier that has its key, each once.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readCallOptions(options) {
    return readDemands(options === undefined ? new Map() : readOptions(options, DEMANDS));
}
/**
 * The demands among some options.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readDemands(given) {
    const tolerance = given.get("clockTolerance");
    const clockToleranceSeconds = tolerance === undefined ? null : readDuration(tolerance, "clockTolerance");
    if (clockToleranceSeconds !== null && clockToleranceSeconds > MAX_TOLERANCE) {
        throw refuse("invalid_option", "Option `clockTolerance` must be at most 5m.");
    }
    return {
        audience: readNames(given, "audience"),
        issuer: readNames(given, "issuer"),
        clockToleranceSeconds,
        now: readNow(given.get("now")),
    };
}
