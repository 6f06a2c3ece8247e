// What the types of the recipe say, and what they refuse.
import type { AccessTokenClaims } from "@acme/claims";
import fastify from "fastify";
import { claimsOf, demandAccessToken, scope } from "../fastify/access-token.js";

fastify().register(async (routes) => {
  demandAccessToken(routes);
  routes.get<{ Params: { id: string } }>("/:id", async (request) => {
    const claims: AccessTokenClaims = claimsOf(request);
    const id: string = request.params.id;
    // @ts-expect-error: no claim of the set
    const roles: unknown = claims.roles;
    // @ts-expect-error: the request has no other members than before
    return [id, roles, request.claims];
  });
});

// @ts-expect-error: no scope at all lets everyone pass
scope();
