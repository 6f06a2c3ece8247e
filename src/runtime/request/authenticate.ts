import { ClaimsError } from "../errors/claims-error.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import type { Verifier } from "../verify/verifier.js";
import { type VerifiedToken, verifyToken } from "../verify/verify.js";
import { readCallOptions, readVerifyOptions, type VerifyOptions } from "../verify/verify-options.js";
import { type AuthenticateOptions, readAuthenticateOptions } from "./authenticate-options.js";
import { type Grant, requireGrants } from "./grants.js";
import { refuseRequest } from "./refuse-request.js";
import { type RequestLike, readHeaders } from "./request-headers.js";
import { findToken, type TokenSource } from "./request-token.js";

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
export async function authenticateToken<Claims extends object, More = unknown>(
  definition: ConsumerDefinition,
  grant: Grant | null,
  request: RequestLike,
  options: AuthenticateOptions<Claims, string, More>,
): Promise<AuthenticatedToken<Claims> & More> {
  const { cookie, scope, realm, verifier, rest } = readAuthenticateOptions(options, grant);
  const verify =
    verifier === null ? withOptions<Claims, More>(definition, rest) : withVerifier<Claims, More>(verifier, rest);
  const headers = readHeaders(request);
  try {
    const { token, source } = findToken(headers, cookie, definition.policy.maxTokenBytes);
    const verified = await verify(token);
    if (grant !== null && scope !== null) requireGrants(grant, verified.claims, scope, realm);
    return { ...verified, source };
  } catch (error) {
    throw error instanceof ClaimsError ? refuseRequest(error, realm) : error;
  }
}

type Verify<Claims, More> = (token: string) => Promise<VerifiedToken<Claims> & More>;

/** Looks at the options before the request: what is wrong with them is no fault of the token. */
function withOptions<Claims, More>(definition: ConsumerDefinition, rest: object): Verify<Claims, More> {
  readVerifyOptions(rest);
  // readVerifyOptions() has taken them.
  return (token) => verifyToken(definition, token, rest as VerifyOptions);
}

function withVerifier<Claims, More>(verifier: unknown, rest: object): Verify<Claims, More> {
  readCallOptions(rest);
  // readAuthenticateOptions() has seen a function, and the type says whose.
  return (token) => (verifier as Verifier<Claims, More>)(token, rest);
}
