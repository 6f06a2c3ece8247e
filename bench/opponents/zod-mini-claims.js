import * as z from "zod/mini";

/** The sample's claim set in zod's form for small bundles. */
export const zodMiniClaims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.optional(z.number()),
  iat: z.number(),
  jti: z.string(),
  client_id: z.string().check(z.minLength(1), z.maxLength(64)),
  scope: z.optional(z.string().check(z.maxLength(500))),
  auth_time: z.optional(z.number()),
  email: z.optional(z.email()),
  email_verified: z.optional(z.boolean()),
  "https://acme.example/claims/role": z.enum(["admin", "billing", "member"]),
  "https://acme.example/claims/tenant": z.looseObject({
    // z.uuid() asks for a version besides, which `format: "uuid"` does not.
    id: z.guid(),
    plan: z.string().check(z.maxLength(40)),
    region: z.optional(z.enum(["eu", "us"])),
  }),
  "https://acme.example/claims/permissions": z.optional(
    z.array(z.string().check(z.maxLength(64), z.regex(/^[a-z]+:[a-z]+$/))).check(z.maxLength(50)),
  ),
});
