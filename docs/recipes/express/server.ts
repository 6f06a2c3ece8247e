import { AccessTokenClaimNames } from "@acme/claims/access-token";
import express from "express";
import { accessToken, refusals, scope } from "./access-token.js";

const app = express();
app.disable("x-powered-by");

app.get("/health", (_request, response) => {
  response.json({ ok: true });
});

app.get("/me", accessToken, (_request, response) => {
  const { sub, [AccessTokenClaimNames.role]: role } = response.locals.claims;
  response.json({ subject: sub, role });
});

app.get("/invoices", accessToken, scope("invoices:read"), (_request, response) => {
  const tenant = response.locals.claims[AccessTokenClaimNames.tenant];
  response.json({ tenant: tenant.id, invoices: [] });
});

app.use(refusals);

app.listen(Number(process.env["PORT"] ?? 3000), process.env["HOST"] ?? "127.0.0.1");
