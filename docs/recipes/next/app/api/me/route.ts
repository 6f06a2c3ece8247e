import { AccessTokenClaimNames } from "@acme/claims/access-token";
import { withAccessToken } from "../../../lib/access-token";

export const GET = withAccessToken({}, (_request, claims) =>
  Response.json({ subject: claims.sub, role: claims[AccessTokenClaimNames.role] }),
);
