// Shows the sample package at work: issues a token, verifies it, and has three others refused.
import { readdirSync } from "node:fs";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { issueAccessToken, verifyAccessToken } from "../generated/index.js";

const heading = (text) => console.log(`\n${text}\n${"-".repeat(text.length)}`);
const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: "2026-11", alg: "ES256" };

heading("Generated");
const tokens = readdirSync(new URL("../generated/tokens", import.meta.url)).filter((file) => /^[^.]+\.js$/.test(file));
console.log("generated/index.js     everything, with index.d.ts");
for (const file of tokens)
  console.log(`generated/tokens/${file.padEnd(26)} types and helpers; beside it .d.ts, .schema.js, .validator.js`);
console.log("generated/runtime/     what all tokens share; needs jose and nothing else");
console.log("generated/README.md    for the developers who import the package");

const claims = {
  aud: "https://api.acme.example",
  sub: "user-4711",
  client_id: "web-shop",
  scope: "invoices:read",
  "https://acme.example/claims/role": "billing",
  "https://acme.example/claims/tenant": { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team", region: "eu" },
};

heading("Issued by the authorization server: issueAccessToken(claims, { key })");
const token = await issueAccessToken(claims, { key: jwk });
console.log(token);

heading("Verified by an API: verifyAccessToken(token, { key })");
const verified = await verifyAccessToken(token, { key: publicKey });
console.log(JSON.stringify(verified.claims, null, 2));

heading("Refused");
const [header, , signature] = token.split(".");
const edited = { ...verified.claims, "https://acme.example/claims/role": "admin" };
await refused("with a payload that somebody edited", [header, encode(edited), signature].join("."));

const { "https://acme.example/claims/tenant": _, ...withoutTenant } = verified.claims;
await refused("that misses a claim", await signElsewhere(withoutTenant));

const { "https://acme.example/claims/role": role, ...others } = verified.claims;
await refused("with a claim under a wrong name", await signElsewhere({ ...others, role }));

/** A service that does not use the generated package signs whatever it likes. */
function signElsewhere(payload) {
  return new SignJWT(payload).setProtectedHeader({ alg: "ES256", typ: "at+jwt" }).sign(privateKey);
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function refused(what, token) {
  try {
    await verifyAccessToken(token, { key: publicKey });
    throw new TypeError(`A token ${what} was accepted.`);
  } catch (error) {
    if (error.name !== "ClaimsError") throw error;
    console.log(`a token ${what}\n  ${error.code}: ${error.message}`);
    for (const issue of error.issues ?? []) console.log(`  ${issue.code} ${issue.path}: ${issue.message}`);
  }
}
