import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import type { ErrorHandler } from "hono";
import { createMiddleware } from "hono/factory";

// One verifier for the process: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** Lets requests pass whose token verifies and grants each of these scopes. Handlers behind it have `c.var.claims`. */
export function accessToken(...scope: readonly string[]) {
  return createMiddleware<{ Variables: { claims: AccessTokenClaims } }>(async (c, next) => {
    const demands = scope.length === 0 ? {} : { scope };
    const { claims } = await authenticateAccessToken(c.req.raw, { verifier, ...demands });
    c.set("claims", claims);
    await next();
  });
}

/** Answers what was refused. */
export const refusals: ErrorHandler = (error, c) => {
  if (error instanceof AuthenticationError) {
    // The reason is for the log. Neither it nor its cause holds the token.
    console.warn("refused: %s", error.code);
    return c.body(null, error.status, error.headers);
  }
  console.error(error);
  return c.body(null, 500);
};
