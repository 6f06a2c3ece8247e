import { ClaimsError } from "../errors/claims-error.js";
import { refuse } from "../errors/refuse.js";
import { fetchKeySet } from "./fetch-key-set.js";
import { readRemoteOptions, } from "./remote-keys-options.js";
/** The pause after a first failed fetch; it doubles with each further one, up to the cooldown. Milliseconds. */
const FIRST_PAUSE = 1000;
/**
 * The key set of a URL, as `key` for verify: fetched when the first token comes, kept, and fetched anew when it is old or a
 * token names a key that it does not hold. While it cannot be fetched the keys of the last time serve for `maxStale`.
 *
 * Make it once, beside the server: what it keeps is its own.
 *
 * @param url - https, or http on this machine; redirects are not followed
 * @throws {ClaimsError} `invalid_option`; what it resolves rejects with `jwks_unavailable`
 * @example const key = remoteKeys("https://auth.acme.example/jwks");
 */
export function remoteKeys(url, options = {}) {
    const checked = readRemoteOptions(url, options);
    const state = { saved: checked.saved, failure: null, failures: 0, triedAt: 0, pending: null };
    return async ({ kid }) => {
        const canServe = () => ageOf(state) < checked.maxAge + checked.maxStale && !lacks(state, kid);
        if (ageOf(state) >= (lacks(state, kid) ? checked.cooldown : checked.maxAge)) {
            const refreshed = refresh(state, checked);
            // Once the server is known to be in trouble, no token waits for it that can do without.
            if (state.failure === null || !canServe() || isBoundToRequests())
                await refreshed;
        }
        const { saved, failure } = state;
        // Where the newest keys could not be seen, nobody can say that the issuer has no such key.
        if (saved === null || (failure !== null && !canServe()))
            throw unavailable(failure);
        return saved.jwks;
    };
}
/** An error for each token: what one caller writes on it, another must not read. */
function unavailable(failure) {
    if (failure === null)
        return refuse("jwks_unavailable");
    return new ClaimsError(failure.code, failure.message, { cause: failure.cause });
}
/** How far a clock may be set back while the service runs. Milliseconds. */
const CLOCK_STEP = 60_000;
/** Milliseconds since the keys were fetched. Keys from a time that is still to come are as good as none. */
function ageOf({ saved }) {
    const age = saved === null ? Number.POSITIVE_INFINITY : Date.now() - saved.fetchedAt;
    return age < -CLOCK_STEP ? Number.POSITIVE_INFINITY : Math.max(age, 0);
}
function lacks({ saved }, kid) {
    if (kid === undefined || saved === null)
        return false;
    const keys = saved.jwks.keys;
    return !keys.some((key) => typeof key === "object" && key !== null && Reflect.get(key, "kid") === kid);
}
/** Fetches, unless one does already, or the newest fetch failed a moment ago. Never rejects. */
async function refresh(state, options) {
    if (state.pending !== null && !isBoundToRequests())
        return state.pending;
    if (state.failure !== null && isPausing(state, options))
        return;
    const pending = fetchOnce(state, options).finally(() => {
        if (state.pending === pending)
            state.pending = null;
    });
    state.pending = pending;
    return pending;
}
function isPausing({ failures, triedAt }, { cooldown }) {
    const since = Date.now() - triedAt;
    return since >= 0 && since < Math.min(cooldown, FIRST_PAUSE * 2 ** (failures - 1));
}
async function fetchOnce(state, { url, timeout, fetch, onFetch }) {
    try {
        const saved = { jwks: await fetchKeySet(url, timeout, fetch), fetchedAt: Date.now() };
        Object.assign(state, { saved, failure: null, failures: 0, triedAt: saved.fetchedAt });
        tell(onFetch, saved);
    }
    catch (error) {
        // fetchKeySet throws nothing else.
        const failure = error;
        Object.assign(state, { failure, failures: state.failures + 1, triedAt: Date.now() });
    }
}
/** Hands over what was fetched. Nobody waits for it, and what goes wrong with it goes no further. */
function tell(onFetch, saved) {
    if (onFetch === null)
        return;
    const told = Promise.resolve(saved).then(onFetch);
    told.catch(() => undefined);
}
/** Cloudflare's Workers end what a request began with it: no other may wait for its fetch. */
function isBoundToRequests() {
    // What a runtime has of this is looked at with care.
    const { navigator } = globalThis;
    return navigator?.userAgent === "Cloudflare-Workers";
}
