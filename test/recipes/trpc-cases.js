const TENANT = { id: "0b9f2f6c-7d1e-4f43-9d5a-52a0f0a3d8a1", plan: "team" };
const CLAIMS = {
  iss: "https://auth.acme.example",
  sub: "user-2",
  aud: "https://api.acme.example",
  iat: 1790000000,
  exp: 1790000900,
  jti: "1",
  client_id: "shop",
  scope: "invoices:read invoices:write",
  "https://acme.example/claims/role": "admin",
  "https://acme.example/claims/tenant": TENANT,
};

/** The claim set as the schema of a procedure's input. */
export const MORE_OF_TRPC = [
  {
    name: "input that conforms to the claim set",
    route: explain(CLAIMS),
    authorization: ["good"],
    want: { status: 200, challenge: null, retryAfter: null, body: { scopes: ["invoices:read", "invoices:write"] } },
  },
  {
    name: "input that does not",
    route: explain({ ...CLAIMS, "https://acme.example/claims/role": "owner" }),
    authorization: ["good"],
    want: { status: 400, challenge: null, retryAfter: null, body: null },
  },
];

/** The data of an answer; null for an error that says no more than tRPC says of any. */
export function unwrapTrpc(body) {
  if (body?.error === undefined) return body?.result?.data;
  const names = [...Object.keys(body.error), ...Object.keys(body.error.data)].sort();
  return names.join() === "code,code,data,httpStatus,message,path" ? null : body;
}

function explain(claims) {
  return `/explain?input=${encodeURIComponent(JSON.stringify(claims))}`;
}
