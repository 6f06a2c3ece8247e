// What the types of the recipe say, and what they refuse.
import type { AccessTokenClaims } from "@acme/claims";
import type { Route } from "../aws-lambda/access-token.js";

export const route: Route = {
  answer: (claims) => {
    const all: AccessTokenClaims = claims;
    // @ts-expect-error: no claim of the set
    return [all.sub, claims.roles];
  },
};
// @ts-expect-error: no scope at all lets everyone pass
export const anyone: Route = { scope: [], answer: () => null };
