import { checkClaims } from "./check-claims.js";
import { cutToken, readHeader, readObject, readText } from "./decode.js";
import { createKnownTokens } from "./known-tokens.js";
import { openToken } from "./open-token.js";
import { checkAudience, checkIssuer } from "./parties.js";
import { engine } from "./platform-engine.js";
import { readTime } from "./times.js";
import { readVerifierOptions } from "./verifier-options.js";
import { checkHeader } from "./verify-header.js";
import { findVerifyKeys } from "./verify-keys.js";
import { readCallOptions } from "./verify-options.js";
/**
 * Makes a verifier for one key or key set. With `cache`, a token that was verified before costs no second signature: all
 * else is checked as the first time, and the key that verified it must be one of the caller's keys still.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function createVerifier(definition, options) {
    const own = readVerifierOptions(options);
    const tokens = own.entries === 0 ? null : createKnownTokens(own.entries);
    return async (token, callOptions) => {
        const call = readCallOptions(callOptions);
        const known = tokens === null ? null : await recallToken(definition, tokens, token, own.key, call.now);
        if (known !== null && "payload" in known) {
            // The text was an object without doubled members when it was read first.
            const claims = JSON.parse(known.payload);
            return { claims: checkDemands(definition, claims, own, call), header: known.header };
        }
        const opened = openToken(definition, token, own.key);
        const { header, payload, key } = opened instanceof Promise ? await opened : opened;
        const claims = readObject(payload, "payload");
        const checked = checkDemands(definition, claims, own, call);
        const exp = readTime(claims, "exp");
        if (known !== null && exp !== null) {
            tokens?.remember(known.hash, { payload: readText(payload, "payload"), key, exp }, call.now);
        }
        return { claims: checked, header };
    };
}
/** The token as it is known; or the hash by which to remember it. */
async function recallToken(definition, tokens, token, key, now) {
    const text = cutToken(token, definition.policy.maxTokenBytes);
    const digest = engine.hash(token);
    const hash = typeof digest === "string" ? digest : await digest;
    const known = tokens.recall(hash, now);
    if (known === undefined)
        return { hash };
    const header = checkHeader(readHeader(text.encodedHeader), definition);
    const found = findVerifyKeys(key, text, header);
    const keys = found instanceof Promise ? await found : found;
    if (keys.includes(known.key))
        return { ...known, header };
    // The key was withdrawn, or only read anew: the signature says which.
    tokens.forget(hash);
    return { hash };
}
/** Checks the claims against what the verifier and what this call demands. */
function checkDemands(definition, claims, own, call) {
    const checked = checkClaims(definition, claims, {
        ...call,
        clockToleranceSeconds: call.clockToleranceSeconds ?? own.clockToleranceSeconds,
    });
    checkIssuer(claims, definition.policy, own.issuer);
    checkAudience(claims, definition.policy, own.audience);
    return checked;
}
