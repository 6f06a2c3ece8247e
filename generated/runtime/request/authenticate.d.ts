import type { ConsumerDefinition } from "../policy/definition.js";
import { type VerifiedToken } from "../verify/verify.js";
import { type AuthenticateOptions } from "./authenticate-options.js";
import { type Grant } from "./grants.js";
import { type RequestLike } from "./request-headers.js";
import { type TokenSource } from "./request-token.js";
/** What the verified token of a request says, and where it stood. */
export interface AuthenticatedToken<Claims> extends VerifiedToken<Claims> {
    /** `cookie`: the browser sent it by itself, so that a page of another site may be behind the request. */
    readonly source: TokenSource;
}
/**
 * Verifies the bearer token of a request (RFC 6750). Neither the body nor the query is looked at.
 *
 * @param grant - the claim that holds the scope; null where the claim set has none
 * @throws {AuthenticationError} where the request is not let in, with `status` and `challenge`
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where the options are wrong: the service's fault, not the request's
 * @throws {TypeError} where `request` is no request
 */
export declare function authenticateToken<Claims extends object, More = unknown>(definition: ConsumerDefinition, grant: Grant | null, request: RequestLike, options: AuthenticateOptions<Claims, string, More>): Promise<AuthenticatedToken<Claims> & More>;
