// What the types of the recipe say, and what they refuse.
import type { AccessTokenClaims } from "@acme/claims";
import { Hono } from "hono";
import { accessToken } from "../hono/access-token.js";

new Hono()
  .get("/:id", accessToken("invoices:read"), (c) => {
    const claims: AccessTokenClaims = c.var.claims;
    const id: string = c.req.param("id");
    // @ts-expect-error: no claim of the set
    const roles: unknown = c.var.claims.roles;
    return c.json([claims.sub, id, roles]);
  })
  .get("/open", (c) => {
    // @ts-expect-error: this route has no token
    return c.json(c.var.claims);
  });
