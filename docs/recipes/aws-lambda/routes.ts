import { AccessTokenClaimNames } from "@acme/claims/access-token";
import type { Route } from "./access-token.js";

/** The routes that both kinds of API serve. */
export const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ["/me", { answer: (claims) => ({ subject: claims.sub, role: claims[AccessTokenClaimNames.role] }) }],
  [
    "/invoices",
    {
      scope: ["invoices:read"],
      answer: (claims) => ({ tenant: claims[AccessTokenClaimNames.tenant].id, invoices: [] }),
    },
  ],
]);
