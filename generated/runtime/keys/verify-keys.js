import { describeAmong } from "../algorithms/describe-algorithm.js";
import { ClaimsError } from "../errors/claims-error.js";
import { refuse } from "../errors/refuse.js";
import { checkJwk, prepareJwk } from "./jwk.js";
import { prepareKey, readJwks } from "./prepare-key.js";
/** Keys of a set that are tried on one token. Two is common while keys are rotated; hundreds are an attack. */
const MAX_TRIED_KEYS = 16;
/**
 * The keys that may have signed a token, each checked: at least one; at once where they need no import or are known.
 *
 * The algorithm is one that the policy allows, so the token has not chosen it. The header's `jwk`, `jku`,
 * `x5u`, `x5c` and `x5t` are never looked at (RFC 8725 section 3.10).
 *
 * @throws {ClaimsError} `invalid_key`, `key_not_found`, `jwks_unavailable`
 */
export function findVerifyKeys(key, token, header, families) {
    const algorithm = describeAmong(header.alg, families);
    if (algorithm === null)
        throw refuse("algorithm_not_allowed");
    return typeof key === "function"
        ? findResolved(key, token, header, algorithm)
        : prepareGiven(key, algorithm, header.kid);
}
async function findResolved(resolver, token, header, algorithm) {
    const resolved = await resolveKey(resolver, token, header);
    if (Array.isArray(resolved)) {
        return keysAmong(await Promise.all(resolved.map((key) => prepareKey(key, algorithm, "verify"))), true);
    }
    if (resolved === null || resolved === undefined)
        throw refuse("key_not_found", "The resolver found no key.");
    return prepareGiven(resolved, algorithm, header.kid);
}
function prepareGiven(key, algorithm, kid) {
    const jwks = readJwks(key, kid);
    if (jwks === "malformed")
        throw refuse("invalid_key", 'The JWK Set\'s "keys" is not a list.');
    if (jwks !== null)
        return selectFromJwks(jwks, algorithm, kid);
    const result = prepareKey(key, algorithm, "verify");
    return isReady(result) ? keysAmong([result], true) : result.then((one) => keysAmong([one], true));
}
function selectFromJwks(jwks, algorithm, kid) {
    const chosen = jwks.filter((jwk) => (kid === undefined || jwk.members.get("kid") === kid) && checkJwk(jwk, algorithm, "verify") === null);
    const results = chosen.slice(0, MAX_TRIED_KEYS).map((jwk) => prepareJwk(jwk, algorithm, "verify"));
    return results.every(isReady) ? keysAmong(results, false) : Promise.all(results).then((all) => keysAmong(all, false));
}
function isReady(result) {
    return !(result instanceof Promise);
}
/**
 * The keys among what was made of some; those that cannot serve are passed over where another can.
 *
 * @param isGiven - they were given for this token, so that what is wrong with one is told; of a set, only a key that is chosen and unsafe
 */
function keysAmong(results, isGiven) {
    const keys = [];
    let told;
    for (const result of results) {
        if (!("fault" in result))
            keys.push(result.key);
        else if (isGiven || result.kind === "unsafe")
            told ??= result.fault;
    }
    if (keys.length > 0)
        return keys;
    throw told === undefined ? refuse("key_not_found") : refuse("invalid_key", told);
}
/** Asks the caller's resolver. A list stands for several keys that fit. */
async function resolveKey(resolver, token, header) {
    const parts = { protected: token.encodedHeader, payload: token.encodedPayload, signature: token.encodedSignature };
    try {
        // The resolver is a function, and what it returns is checked like any key.
        const found = await resolver({ ...header }, parts);
        return Array.isArray(found) || typeof found === "function" ? {} : found;
    }
    catch (cause) {
        return rescue(cause);
    }
}
/** What an error of a resolver means; jose's are told apart by their codes. */
async function rescue(cause) {
    if (cause instanceof ClaimsError)
        throw cause;
    const code = readMember(cause, "code");
    if (code === "ERR_JWKS_MULTIPLE_MATCHING_KEYS")
        return collectKeys(cause);
    const isFetched = code === "ERR_JWKS_NO_MATCHING_KEY" ||
        code === "ERR_JOSE_NOT_SUPPORTED" ||
        // Web Crypto's word for a key that cannot be read: the set was fetched, and has no key that would serve.
        readMember(cause, "name") === "DataError";
    throw refuse(isFetched ? "key_not_found" : "jwks_unavailable", undefined, { cause });
}
function readMember(error, name) {
    try {
        return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
    }
    catch {
        return undefined;
    }
}
async function collectKeys(error) {
    const keys = [];
    try {
        // jose's error with this code iterates over the keys that fit; anything else fails here, and is caught.
        for await (const key of error) {
            if (keys.push(key) === MAX_TRIED_KEYS)
                break;
        }
    }
    catch (cause) {
        throw refuse("jwks_unavailable", undefined, { cause });
    }
    return keys;
}
