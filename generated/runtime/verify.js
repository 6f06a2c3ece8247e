import { compactVerify } from "jose";
import { decodeToken, readObject } from "./decode.js";
import { mergeIssues } from "./explain-errors.js";
import { readVerifyOptions } from "./options.js";
import { checkAudience, checkIssuer } from "./parties.js";
import { refuse, refuseClaims } from "./refuse.js";
import { checkTimeForms, checkTimes } from "./times.js";
import { checkClaimSet } from "./validation.js";
import { checkHeader } from "./verify-header.js";
import { findVerifyKeys } from "./verify-keys.js";
/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export async function verifyToken(definition, token, options) {
    const { policy } = definition;
    const { key, audience, issuer, clockToleranceSeconds, now } = readVerifyOptions(options);
    const decoded = decodeToken(token, policy.maxTokenBytes);
    const header = checkHeader(decoded.header, definition);
    const keys = await findVerifyKeys(key, decoded, header);
    // decodeToken() has refused everything but a string.
    const payload = await verifySignature(token, keys, header.alg);
    const claims = readObject(payload, "payload");
    const formIssues = checkTimeForms(claims);
    if (formIssues.length > 0) {
        const result = checkClaimSet(definition, claims);
        throw refuseClaims(mergeIssues("issues" in result ? result.issues : [], formIssues));
    }
    checkTimes(claims, now, clockToleranceSeconds ?? policy.clockTolerance, policy.lifetime);
    checkIssuer(claims, policy, issuer);
    checkAudience(claims, policy, audience);
    const result = checkClaimSet(definition, claims);
    if ("issues" in result)
        throw refuseClaims(result.issues);
    // The validator has accepted the value, and the generated type holds all that it accepts.
    return { claims: result.value, header };
}
/** The payload's bytes, once one of the keys has verified the signature over them. */
async function verifySignature(token, keys, alg) {
    for (const key of keys) {
        try {
            return (await compactVerify(token, key, { algorithms: [alg] })).payload;
        }
        catch (cause) {
            const isSignature = cause instanceof Error && Reflect.get(cause, "code") === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
            if (!isSignature)
                throw refuse("invalid_key", undefined, { cause });
        }
    }
    throw refuse("invalid_signature");
}
