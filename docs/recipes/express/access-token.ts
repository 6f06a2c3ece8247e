import type { IncomingMessage } from "node:http";
import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier, requireAccessTokenScope } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import type { ErrorRequestHandler, NextFunction, Response } from "express";

/** A response behind the middleware. */
type Guarded = Response<unknown, { claims: AccessTokenClaims }>;

// One verifier for the process: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** Lets requests pass whose token verifies. The type says to the handlers behind it that the claims are there. */
export async function accessToken(request: IncomingMessage, response: Guarded, next: NextFunction): Promise<void> {
  const { claims } = await authenticateAccessToken(request, { verifier });
  response.locals.claims = claims;
  next();
}

/** Lets requests pass whose token grants each of these scopes; stands behind `accessToken`. */
export function scope(...scopes: readonly [string, ...string[]]) {
  return (_request: IncomingMessage, response: Guarded, next: NextFunction): void => {
    requireAccessTokenScope(response.locals.claims, ...scopes);
    next();
  };
}

/** Answers what was refused. Express knows an error handler by its four parameters; it stands behind all routes. */
export const refusals: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
  } else if (error instanceof AuthenticationError) {
    // The reason is for the log. Neither it nor its cause holds the token.
    console.warn("refused: %s", error.code);
    response.status(error.status).set(error.headers).end();
  } else {
    console.error(error);
    response.status(500).end();
  }
};
