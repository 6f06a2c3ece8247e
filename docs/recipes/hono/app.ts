import { AccessTokenClaimNames } from "@acme/claims/access-token";
import { Hono } from "hono";
import { accessToken, refusals } from "./access-token.js";

export const app = new Hono()
  .get("/health", (c) => c.json({ ok: true }))
  .get("/me", accessToken(), (c) => {
    const { sub, [AccessTokenClaimNames.role]: role } = c.var.claims;
    return c.json({ subject: sub, role });
  })
  .get("/invoices", accessToken("invoices:read"), (c) => {
    const tenant = c.var.claims[AccessTokenClaimNames.tenant];
    return c.json({ tenant: tenant.id, invoices: [] });
  });

app.onError(refusals);
