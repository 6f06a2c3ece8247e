import { refuse } from "../errors/refuse.js";
import { readKey, readOptions } from "../policy/read-options.js";
import { readStore } from "./check-revoked.js";
import { readDemands } from "./verify-options.js";
const VERIFIER_OPTIONS = ["key", "audience", "issuer", "clockTolerance", "cache", "store", "storeTimeout"];
/** More tokens than this fill the memory of a service. */
const MAX_ENTRIES = 1_000_000;
/**
 * Reads the options of a verifier, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readVerifierOptions(options) {
    const given = readOptions(options, VERIFIER_OPTIONS);
    const { audience, issuer, clockToleranceSeconds } = readDemands(given);
    return {
        key: readKey(given),
        prepareCheck: readStore(given),
        audience,
        issuer,
        clockToleranceSeconds,
        entries: readEntries(given.get("cache")),
    };
}
function readEntries(cache) {
    if (cache === undefined)
        return 0;
    const entries = readOptions(cache, ["entries"]).get("entries");
    if (typeof entries === "number" && Number.isInteger(entries) && entries > 0 && entries <= MAX_ENTRIES)
        return entries;
    throw refuse("invalid_option", `Option \`cache.entries\` must be a whole number from 1 to ${MAX_ENTRIES}.`);
}
