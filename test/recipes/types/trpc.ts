// What the types of the recipe say, and what they refuse.
import type { AccessTokenClaims } from "@acme/claims";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../trpc/server.js";
import { authenticated, open, router, scoped } from "../trpc/trpc.js";

export const other = router({
  guarded: authenticated.query(({ ctx }) => {
    const claims: AccessTokenClaims = ctx.claims;
    // @ts-expect-error: no claim of the set
    return [claims.sub, ctx.claims.roles];
  }),
  // @ts-expect-error: this procedure has no token
  open: open.query(({ ctx }) => ctx.claims),
});

// @ts-expect-error: no scope at all lets everyone pass
scoped();

export const role: inferRouterOutputs<AppRouter>["me"]["role"] = "billing";
// @ts-expect-error: what the client gets has the claim's values
export const owner: inferRouterOutputs<AppRouter>["me"]["role"] = "owner";
// @ts-expect-error: the input is the claim set
export const input: inferRouterInputs<AppRouter>["explain"] = { sub: "user-1" };
