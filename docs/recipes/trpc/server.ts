import { AccessTokenClaimNames, accessTokenSchema } from "@acme/claims/access-token";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { authenticated, createContext, open, responseMeta, router, scoped } from "./trpc.js";

const appRouter = router({
  health: open.query(() => ({ ok: true })),

  me: authenticated.query(({ ctx }) => ({ subject: ctx.claims.sub, role: ctx.claims[AccessTokenClaimNames.role] })),

  invoices: scoped("invoices:read").query(({ ctx }) => ({
    tenant: ctx.claims[AccessTokenClaimNames.tenant].id,
    invoices: [],
  })),

  // The claim set is a Standard Schema, so that tRPC takes it as it is: `input` is AccessTokenClaims.
  explain: authenticated.input(accessTokenSchema).query(({ input }) => ({ scopes: input.scope?.split(" ") ?? [] })),
});

export type AppRouter = typeof appRouter;

const server = createHTTPServer({
  router: appRouter,
  createContext,
  responseMeta,
  onError: ({ error }) => {
    if (error.code === "INTERNAL_SERVER_ERROR") console.error(error.cause);
  },
});
server.listen(Number(process.env["PORT"] ?? 3000), process.env["HOST"] ?? "127.0.0.1");
