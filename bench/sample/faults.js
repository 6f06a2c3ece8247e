// Claims that every validator has to refuse, and some that it has to accept: contestants that check less are no contestants.
import { sampleClaims } from "./claims.js";

const ROLE = "https://acme.example/claims/role";
const TENANT = "https://acme.example/claims/tenant";
const PERMISSIONS = "https://acme.example/claims/permissions";

/** Claims by what is said of them, with what a validator has to say. */
export const CLAIMS = [
  row("as they are", true, {}),
  row("several audiences", true, { aud: ["a", "b"] }),
  row("a claim that nobody declared", true, { nickname: "ada" }),
  row("a member that nobody declared", true, { [TENANT]: { ...tenant(), note: "new" } }),
  row("only what is required", true, {
    scope: undefined,
    auth_time: undefined,
    email: undefined,
    email_verified: undefined,
    [PERMISSIONS]: undefined,
  }),
  ...["iss", "sub", "aud", "exp", "iat", "jti", "client_id", ROLE, TENANT].map((name) =>
    row(`without ${name}`, false, { [name]: undefined }),
  ),
  row("a number as subject", false, { sub: 7 }),
  row("a number among the audiences", false, { aud: ["a", 1] }),
  row("a time as text", false, { exp: "1" }),
  row("a not-before as text", false, { nbf: "1" }),
  row("an empty client_id", false, { client_id: "" }),
  row("a long client_id", false, { client_id: "x".repeat(65) }),
  row("a long scope", false, { scope: "x".repeat(501) }),
  row("an auth_time as text", false, { auth_time: "1" }),
  row("no e-mail address", false, { email: "ada" }),
  row("email_verified as text", false, { email_verified: "true" }),
  row("another role", false, { [ROLE]: "owner" }),
  row("a tenant that is a text", false, { [TENANT]: "acme" }),
  row("a tenant whose id is no UUID", false, { [TENANT]: { ...tenant(), id: "acme" } }),
  row("a tenant without a plan", false, { [TENANT]: { id: tenant().id } }),
  row("a long plan", false, { [TENANT]: { ...tenant(), plan: "x".repeat(41) } }),
  row("another region", false, { [TENANT]: { ...tenant(), region: "mars" } }),
  row("a permission of another form", false, { [PERMISSIONS]: ["invoices"] }),
  row("a long permission", false, { [PERMISSIONS]: [`${"x".repeat(60)}:${"x".repeat(60)}`] }),
  row("many permissions", false, { [PERMISSIONS]: Array(51).fill("a:b") }),
];

function row(what, valid, changes) {
  // As JSON would have it: what is undefined is not there.
  return { what, valid, claims: JSON.parse(JSON.stringify({ ...sampleClaims(), ...changes })) };
}

function tenant() {
  return sampleClaims()[TENANT];
}
