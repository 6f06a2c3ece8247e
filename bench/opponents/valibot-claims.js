import * as v from "valibot";

/** The sample's claim set in valibot. Undeclared claims stay, as they do in what the others give. */
export const valibotClaims = v.looseObject({
  iss: v.string(),
  sub: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  exp: v.number(),
  nbf: v.optional(v.number()),
  iat: v.number(),
  jti: v.string(),
  client_id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  scope: v.optional(v.pipe(v.string(), v.maxLength(500))),
  auth_time: v.optional(v.number()),
  email: v.optional(v.pipe(v.string(), v.email())),
  email_verified: v.optional(v.boolean()),
  "https://acme.example/claims/role": v.picklist(["admin", "billing", "member"]),
  "https://acme.example/claims/tenant": v.looseObject({
    id: v.pipe(v.string(), v.uuid()),
    plan: v.pipe(v.string(), v.maxLength(40)),
    region: v.optional(v.picklist(["eu", "us"])),
  }),
  "https://acme.example/claims/permissions": v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z]+:[a-z]+$/))), v.maxLength(50)),
  ),
});
