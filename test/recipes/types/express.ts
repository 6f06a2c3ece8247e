// What the types of the recipe say, and what they refuse.
import type { AccessTokenClaims } from "@acme/claims";
import express from "express";
import { accessToken, scope } from "../express/access-token.js";

const app = express();

app.get("/tenants/:tenant/invoices/:id", accessToken, scope("invoices:read"), (request, response) => {
  const claims: AccessTokenClaims = response.locals.claims;
  const id: string = request.params.id;
  // @ts-expect-error: no claim of the set
  response.json([claims.roles, id]);
  // @ts-expect-error: not what the claim holds
  const role: "owner" = response.locals.claims["https://acme.example/claims/role"];
  // @ts-expect-error: nothing else is there
  response.json([role, response.locals.user]);
  // @ts-expect-error: no parameter of the route
  response.json(request.params.ID);
});

app.get("/:id", (_request, response: express.Response<unknown, { other: string }>) => {
  // @ts-expect-error: nothing has put them there
  response.json(response.locals.claims);
});

// @ts-expect-error: no scope at all lets everyone pass
scope();
