import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier, requireAccessTokenScope } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import type { FastifyInstance, FastifyRequest } from "fastify";

const CLAIMS = "accessTokenClaims";

// One verifier for the process: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** Demands a token of each request to the routes of this scope (what is handed to `app.register`), and answers where it is refused. */
export function demandAccessToken(routes: FastifyInstance): void {
  // Fastify wants requests to have one shape from the start; the hook fills it in.
  routes.decorateRequest(CLAIMS, null);
  routes.addHook("onRequest", async (request) => {
    const { claims } = await authenticateAccessToken(request.raw, { verifier });
    request.setDecorator<AccessTokenClaims>(CLAIMS, claims);
  });
  routes.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof AuthenticationError)) throw error;
    // The reason is for the log. Neither it nor its cause holds the token.
    routes.log.warn({ code: error.code }, "refused");
    return reply.code(error.status).headers(error.headers).send();
  });
}

/** The claims of a request, in a route of a scope that demands a token. Elsewhere it throws: status 500, and no claims. */
export function claimsOf(request: FastifyRequest): AccessTokenClaims {
  return request.getDecorator<AccessTokenClaims>(CLAIMS);
}

/** A hook for one route: lets requests pass whose token grants each of these scopes. */
export function scope(...scopes: readonly [string, ...string[]]) {
  return async (request: FastifyRequest): Promise<void> => {
    requireAccessTokenScope(claimsOf(request), ...scopes);
  };
}
