import * as z from "zod";

/** The sample's claim set in zod. Undeclared claims stay, as they do in what the others give. */
export const zodClaims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number(),
  jti: z.string(),
  client_id: z.string().min(1).max(64),
  scope: z.string().max(500).optional(),
  auth_time: z.number().optional(),
  email: z.email().optional(),
  email_verified: z.boolean().optional(),
  "https://acme.example/claims/role": z.enum(["admin", "billing", "member"]),
  "https://acme.example/claims/tenant": z.looseObject({
    // z.uuid() asks for a version besides, which `format: "uuid"` does not.
    id: z.guid(),
    plan: z.string().max(40),
    region: z.enum(["eu", "us"]).optional(),
  }),
  "https://acme.example/claims/permissions": z
    .array(
      z
        .string()
        .max(64)
        .regex(/^[a-z]+:[a-z]+$/),
    )
    .max(50)
    .optional(),
});
