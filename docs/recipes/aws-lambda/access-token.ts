import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import {
  accessTokenPolicy,
  authenticateAccessToken,
  createAccessTokenVerifier,
  requireAccessTokenScope,
  validateAccessTokenClaims,
} from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

// One verifier for the instance of the function: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** What the authorizer hands on to the function: a text, since REST APIs hand on no objects. */
export type CallerContext = { readonly claims: string };

/**
 * What to hand on of a caller; null where the token is refused.
 *
 * What else goes wrong is thrown, so that the gateway answers 500 and keeps no decision: keys that cannot be fetched now say
 * nothing about the token.
 */
export async function authorize(
  fields: Iterable<readonly [string, string]>,
): Promise<{ readonly subject: string; readonly context: CallerContext } | null> {
  const headers = new Headers();
  // A field that came twice is joined by a comma, and refused by that.
  for (const [name, value] of fields) headers.append(name, value);
  try {
    const { claims } = await authenticateAccessToken(headers, { verifier });
    return { subject: claims.sub, context: { claims: JSON.stringify(claims) } };
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    // The reason is for the log. Neither it nor its cause holds the token.
    console.warn("refused: %s", error.code);
    if (error.status === 503) throw error;
    return null;
  }
}

/** What a route of the function demands, and what it answers. */
export interface Route {
  readonly scope?: readonly [string, ...string[]];
  answer(claims: AccessTokenClaims): unknown;
}

/** The answer of a route to the caller that the authorizer has let in. */
export function answerWith({ scope, answer }: Route, context: CallerContext): APIGatewayProxyStructuredResultV2 {
  const checked = validateAccessTokenClaims(JSON.parse(context.claims));
  if ("issues" in checked) return { statusCode: 500 };
  const claims = checked.value;
  // The gateway keeps its decision, also beyond the end of the token.
  if (claims.exp + accessTokenPolicy.clockTolerance <= Date.now() / 1000) {
    return { statusCode: 401, headers: { "www-authenticate": 'Bearer error="invalid_token"' } };
  }
  try {
    if (scope !== undefined) requireAccessTokenScope(claims, ...scope);
    return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(answer(claims)) };
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    console.warn("refused: %s", error.code);
    return { statusCode: error.status, headers: error.headers };
  }
}
