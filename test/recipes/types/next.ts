// What the types of the recipe say, and what they refuse. `next build` reads it from a folder of the project.
import type { AccessTokenClaims } from "@acme/claims";
import { withAccessToken } from "../lib/access-token";

export const GET = withAccessToken({ scope: ["invoices:read"] }, (request, claims) => {
  const all: AccessTokenClaims = claims;
  // @ts-expect-error: no claim of the set
  return Response.json([request.url, all.sub, claims.roles]);
});

// @ts-expect-error: an option of this recipe has no such name
export const POST = withAccessToken({ scopes: ["invoices:write"] }, () => new Response());
