import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";

// One verifier for each of Next's bundles: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** What a route demands beyond a token that verifies. */
interface Demands {
  readonly scope?: string | readonly string[];
}

/** A route handler that is called with the claims, and only where the token verifies and grants what is demanded. */
export function withAccessToken(
  demands: Demands,
  handler: (request: Request, claims: AccessTokenClaims) => Response | Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const checked = await checkAccessToken(request, demands);
    return checked instanceof Response ? checked : handler(request, checked);
  };
}

/** The claims of a request, or the answer to one that is refused. What else goes wrong is thrown, and Next answers 500. */
export async function checkAccessToken(request: Request, demands: Demands = {}): Promise<AccessTokenClaims | Response> {
  try {
    return (await authenticateAccessToken(request, { verifier, ...demands })).claims;
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    // The reason is for the log. Neither it nor its cause holds the token.
    console.warn("refused: %s", error.code);
    return new Response(null, { status: error.status, headers: error.headers });
  }
}
