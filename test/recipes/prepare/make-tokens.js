import { webcrypto } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";

const KEY_ID = "2026-11";
const API = "https://api.acme.example";

/** What must not be in an answer or a log: it stands in every token. */
export const SECRET_CLAIM = "ada.lovelace@customer.example";

/**
 * Issues, with the generated package, every token that the services are called with.
 *
 * @returns `tokens` by name; `issueFor`: a token that is good for so many seconds more; `jwks`: the set that the services may trust
 */
export async function makeTokens(scratch) {
  const { accessTokenPolicy, issueAccessToken, issueIdToken } = await import(
    pathToFileURL(path.join(scratch, "node_modules/@acme/claims/index.js")).href
  );
  const own = await makeKey();
  const other = await makeKey();
  const user = {
    sub: "user-1",
    "https://acme.example/claims/role": "member",
    email: SECRET_CLAIM,
    email_verified: true,
  };
  const tenant = { id: "0b9f2f6c-7d1e-4f43-9d5a-52a0f0a3d8a1", plan: "team" };
  const claims = {
    ...user,
    aud: API,
    client_id: "shop",
    scope: "invoices:read",
    "https://acme.example/claims/tenant": tenant,
  };
  const ownKey = { key: own.private, keyId: KEY_ID };
  const good = await issueAccessToken(claims, ownKey);
  const tokens = {
    good,
    other: await issueAccessToken({ ...claims, sub: "user-2", "https://acme.example/claims/role": "admin" }, ownKey),
    unscoped: await issueAccessToken({ ...claims, scope: "profile" }, ownKey),
    expired: await issueAccessToken(claims, { ...ownKey, now: Date.now() / 1000 - 3600 }),
    // Another issuer's: once as it names its key, once under the name of ours.
    foreign: await issueAccessToken(claims, { key: other.private, keyId: "theirs" }),
    disguised: await issueAccessToken(claims, { key: other.private, keyId: KEY_ID }),
    elsewhere: await issueAccessToken({ ...claims, aud: "https://reports.acme.example" }, ownKey),
    identity: await issueIdToken({ ...user, aud: "shop" }, ownKey),
    edited: edit(good),
  };
  const { lifetime, clockTolerance } = accessTokenPolicy;
  const issueFor = (seconds) =>
    issueAccessToken(claims, { ...ownKey, now: Math.ceil(Date.now() / 1000) + seconds - lifetime - clockTolerance });
  return { tokens, issueFor, jwks: { keys: [{ ...own.public, kid: KEY_ID, alg: "ES256", use: "sig" }] } };
}

async function makeKey() {
  const pair = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  return { private: pair.privateKey, public: await webcrypto.subtle.exportKey("jwk", pair.publicKey) };
}

/** The token with a role that nobody has signed. */
function edit(token) {
  const [header, payload, signature] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const edited = { ...claims, "https://acme.example/claims/role": "admin" };
  return [header, Buffer.from(JSON.stringify(edited)).toString("base64url"), signature].join(".");
}
