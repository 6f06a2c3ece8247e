import { AccessTokenClaimNames } from "@acme/claims/access-token";
import { withAccessToken } from "../../../lib/access-token";

export const GET = withAccessToken({ scope: "invoices:read" }, (_request, claims) =>
  Response.json({ tenant: claims[AccessTokenClaimNames.tenant].id, invoices: [] }),
);
