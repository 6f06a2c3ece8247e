import { AccessTokenClaimNames } from "@acme/claims/access-token";
import fastify from "fastify";
import { claimsOf, demandAccessToken, scope } from "./access-token.js";

// By default the log has the whole URL, in which some clients send tokens.
const req = ({ method, url }: { method: string; url: string }) => ({ method, url: url.replace(/\?.*/s, "") });
const app = fastify({ logger: { serializers: { req } } });

app.get("/health", async () => ({ ok: true }));

app.register(async (routes) => {
  demandAccessToken(routes);

  routes.get("/me", async (request) => {
    const { sub, [AccessTokenClaimNames.role]: role } = claimsOf(request);
    return { subject: sub, role };
  });

  routes.get("/invoices", { preHandler: scope("invoices:read") }, async (request) => {
    const tenant = claimsOf(request)[AccessTokenClaimNames.tenant];
    return { tenant: tenant.id, invoices: [] };
  });
});

await app.listen({ port: Number(process.env["PORT"] ?? 3000), host: process.env["HOST"] ?? "127.0.0.1" });
