import { engine } from "../engine/platform-engine.js";
import { chooseKey } from "../keys/issuer-keys.js";
import { findVerifyKeys } from "../keys/verify-keys.js";
import { checkAudience, checkIssuer } from "../policy/parties.js";
import { readTime } from "../policy/times.js";
import { cutToken, readHeader, readObject } from "../token/decode.js";
import { checkClaims } from "./check-claims.js";
import { createKnownTokens } from "./known-tokens.js";
import { openToken } from "./open-token.js";
import { readVerifierOptions } from "./verifier-options.js";
import { describeVerified } from "./verify.js";
import { checkHeader } from "./verify-header.js";
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
        if (tokens === null)
            return (await verifyAnew(definition, token, own, call)).verified;
        const text = cutToken(token, definition.policy.maxTokenBytes);
        const digest = engine.hash(token);
        const hash = typeof digest === "string" ? digest : await digest;
        const known = tokens.recall(hash, call.now);
        if (known !== undefined) {
            const header = checkHeader(readHeader(text.encodedHeader), definition);
            const found = findVerifyKeys(chooseKey(own.key, known.payload, definition), text, header, definition.families);
            const keys = found instanceof Promise ? await found : found;
            if (keys.includes(known.key)) {
                // The text was an object without doubled members when it was read first.
                const claims = JSON.parse(known.payload);
                return checkAll(definition, claims, header, own, call);
            }
            // The key was withdrawn, or only read anew: the signature says which.
            tokens.forget(hash);
        }
        const { verified, payload, key, exp } = await verifyAnew(definition, token, own, call);
        tokens.remember(hash, { payload, key, exp }, call.now);
        return verified;
    };
}
/** Verifies a token that is not known; says what to remember of it. */
async function verifyAnew(definition, token, own, call) {
    const opened = openToken(definition, token, own.key);
    const { header, payload, key } = opened instanceof Promise ? await opened : opened;
    const claims = readObject(payload, "payload");
    const checked = checkAll(definition, claims, header, own, call);
    const verified = checked instanceof Promise ? await checked : checked;
    // Both have been checked: there is a text, and an `exp` in it.
    return { verified, payload: payload ?? "", key, exp: readTime(claims, "exp") ?? 0 };
}
/** Checks the claims, then asks the store, if there is one. */
function checkAll(definition, claims, header, own, call) {
    const checkStore = own.prepareCheck?.(claims);
    const verified = describeVerified(definition, checkDemands(definition, claims, own, call), header);
    return checkStore === undefined ? verified : checkStore().then(() => verified);
}
/** Checks the claims against what the verifier and what this call demands. */
function checkDemands(definition, claims, own, { audience, issuer, clockToleranceSeconds, now }) {
    const checked = checkClaims(definition, claims, {
        audience,
        issuer,
        clockToleranceSeconds: clockToleranceSeconds ?? own.clockToleranceSeconds,
        now,
    });
    checkIssuer(claims, definition, own.issuer);
    checkAudience(claims, definition.policy, own.audience);
    return checked;
}
