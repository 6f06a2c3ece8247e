import { checkClaims } from "./check-claims.js";
import { readObject } from "./decode.js";
import { openToken } from "./open-token.js";
import { readVerifyOptions } from "./verify-options.js";
/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export async function verifyToken(definition, token, options) {
    const checked = readVerifyOptions(options);
    const opened = openToken(definition, token, checked.key);
    const { header, payload } = opened instanceof Promise ? await opened : opened;
    return { claims: checkClaims(definition, readObject(payload, "payload"), checked), header };
}
