import { Type } from "typebox";

const enumOf = (...values) => Type.Union(values.map((value) => Type.Literal(value)));

/** The sample's claim set in typebox. */
export const typeboxClaims = Type.Object({
  iss: Type.String(),
  sub: Type.String(),
  aud: Type.Union([Type.String(), Type.Array(Type.String())]),
  exp: Type.Number(),
  nbf: Type.Optional(Type.Number()),
  iat: Type.Number(),
  jti: Type.String(),
  client_id: Type.String({ minLength: 1, maxLength: 64 }),
  scope: Type.Optional(Type.String({ maxLength: 500 })),
  auth_time: Type.Optional(Type.Number()),
  email: Type.Optional(Type.String({ format: "email" })),
  email_verified: Type.Optional(Type.Boolean()),
  "https://acme.example/claims/role": enumOf("admin", "billing", "member"),
  "https://acme.example/claims/tenant": Type.Object({
    id: Type.String({ format: "uuid" }),
    plan: Type.String({ maxLength: 40 }),
    region: Type.Optional(enumOf("eu", "us")),
  }),
  "https://acme.example/claims/permissions": Type.Optional(
    Type.Array(Type.String({ pattern: "^[a-z]+:[a-z]+$", maxLength: 64 }), { maxItems: 50 }),
  ),
});
