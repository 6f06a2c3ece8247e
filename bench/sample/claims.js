// What a token of the sample holds.
import { randomUUID } from "node:crypto";

/** Who issues the sample's tokens. */
export const ISSUER = "https://auth.acme.example";

/** Whom they are for. */
export const AUDIENCE = "https://api.acme.example";

/** Their header `typ` (RFC 9068). */
export const TYPE = "at+jwt";

/** How long they live, in seconds: time enough for a whole run. */
export const LIFETIME_SECONDS = 900;

/** The 14 claims of an access token, valid from now on; no two are the same. */
export function sampleClaims() {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    sub: `user-${randomUUID()}`,
    aud: AUDIENCE,
    exp: now + LIFETIME_SECONDS,
    iat: now,
    jti: randomUUID(),
    client_id: "web-shop",
    scope: "invoices:read invoices:write",
    auth_time: now - 60,
    email: "ada@acme.example",
    email_verified: true,
    "https://acme.example/claims/role": "billing",
    "https://acme.example/claims/tenant": { id: randomUUID(), plan: "team", region: "eu" },
    "https://acme.example/claims/permissions": ["invoices:read", "invoices:write"],
  };
}
