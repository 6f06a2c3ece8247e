import { refuse } from "../errors/refuse.js";
import { readDuration, readOptions } from "../policy/read-options.js";
import { isKeySet } from "./is-key-set.js";
const KNOWN = ["timeout", "maxAge", "cooldown", "maxStale", "fetch", "saved", "onFetch"];
/**
 * Reads the URL and the options of {@link remoteKeys}.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readRemoteOptions(url, options) {
    const given = readOptions(options ?? {}, KNOWN);
    const read = (name, byDefault) => readDuration(given.has(name) ? given.get(name) : byDefault, name) * 1000;
    return {
        url: readUrl(url),
        timeout: atLeastOneSecond(read("timeout", "5s"), "timeout"),
        maxAge: atLeastOneSecond(read("maxAge", "10m"), "maxAge"),
        cooldown: atLeastOneSecond(read("cooldown", "30s"), "cooldown"),
        maxStale: read("maxStale", "1h"),
        fetch: readFunction(given.get("fetch"), "fetch"),
        saved: readSaved(given.get("saved")),
        onFetch: readFunction(given.get("onFetch"), "onFetch"),
    };
}
/** With none of these times, whoever sends tokens would decide how often the issuer is asked. */
function atLeastOneSecond(milliseconds, option) {
    if (milliseconds >= 1000)
        return milliseconds;
    throw refuse("invalid_option", `Option \`${option}\` must be a second or more.`);
}
/** Keys that come over plain http can be exchanged on the way, except within the machine. */
function readUrl(value) {
    const text = value instanceof URL ? value.href : value;
    const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : null;
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
    if (url !== null && isSafe && url.username === "" && url.password === "")
        return url.href;
    throw refuse("invalid_option", "The URL of the key set must be https, or http of this machine, without a password.");
}
function isLoopback(hostname) {
    // The parser has made one form of every way to write an IPv4 address.
    return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function readFunction(value, option) {
    if (value === undefined)
        return null;
    // A function of the caller's; what it returns is checked where it is called.
    if (typeof value === "function")
        return value;
    throw refuse("invalid_option", `Option \`${option}\` must be a function.`);
}
/** Keys from a file: null and undefined stand for none, so that a first start needs no other call. */
function readSaved(value) {
    if (value === undefined || value === null)
        return null;
    if (typeof value === "object") {
        const jwks = Reflect.get(value, "jwks");
        const fetchedAt = Reflect.get(value, "fetchedAt");
        if (isKeySet(jwks) && typeof fetchedAt === "number" && fetchedAt >= 0)
            return { jwks, fetchedAt };
    }
    throw refuse("invalid_option", "Option `saved` must be what `onFetch` was given.");
}
