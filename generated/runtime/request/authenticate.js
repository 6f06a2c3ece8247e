import { ClaimsError } from "../errors/claims-error.js";
import { verifyToken } from "../verify/verify.js";
import { readCallOptions, readVerifyOptions } from "../verify/verify-options.js";
import { readAuthenticateOptions } from "./authenticate-options.js";
import { requireGrants } from "./grants.js";
import { refuseRequest } from "./refuse-request.js";
import { readHeaders } from "./request-headers.js";
import { findToken } from "./request-token.js";
/**
 * Verifies the bearer token of a request (RFC 6750). Neither the body nor the query is looked at.
 *
 * @param grant - the claim that holds the scope; null where the claim set has none
 * @throws {AuthenticationError} where the request is not let in, with `status` and `challenge`
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where the options are wrong: the service's fault, not the request's
 * @throws {TypeError} where `request` is no request
 */
export async function authenticateToken(definition, grant, request, options) {
    const { cookie, scope, realm, verifier, rest } = readAuthenticateOptions(options, grant);
    const verify = verifier === null ? withOptions(definition, rest) : withVerifier(verifier, rest);
    const headers = readHeaders(request);
    try {
        const { token, source } = findToken(headers, cookie, definition.policy.maxTokenBytes);
        const verified = await verify(token);
        if (grant !== null && scope !== null)
            requireGrants(grant, verified.claims, scope, realm);
        return { ...verified, source };
    }
    catch (error) {
        throw error instanceof ClaimsError ? refuseRequest(error, realm) : error;
    }
}
/** Looks at the options before the request: what is wrong with them is no fault of the token. */
function withOptions(definition, rest) {
    readVerifyOptions(rest);
    // readVerifyOptions() has taken them.
    return (token) => verifyToken(definition, token, rest);
}
function withVerifier(verifier, rest) {
    readCallOptions(rest);
    // readAuthenticateOptions() has seen a function, and the type says whose.
    return (token) => verifier(token, rest);
}
