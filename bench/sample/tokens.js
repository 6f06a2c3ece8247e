// Tokens that are signed by node:crypto alone, so that no contestant makes its own.
import { createHmac, sign } from "node:crypto";
import { LIFETIME_SECONDS, sampleClaims, TYPE } from "./claims.js";

/** A signed token; claims and header members that are given take the place of the sample's. */
export function createToken(alg, key, { claims = {}, header = {} } = {}) {
  const parts = [
    { alg, typ: TYPE, kid: "2026-11", ...header },
    { ...sampleClaims(), ...claims },
  ];
  const input = parts.map(encode).join(".");
  return `${input}.${signature(alg, key, Buffer.from(input)).toString("base64url")}`;
}

/** Tokens that must not pass, by the check that has to refuse them. */
export function createBadTokens(alg, key) {
  const now = Math.floor(Date.now() / 1000);
  const [header, payload, mac] = createToken(alg, key).split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  const edited = encode({ ...claims, "https://acme.example/claims/role": "admin" });
  return {
    signature: `${header}.${edited}.${mac}`,
    algorithm: `${encode({ alg: "none", typ: TYPE })}.${payload}.`,
    times: createToken(alg, key, { claims: { exp: now - 60, iat: now - LIFETIME_SECONDS } }),
    issuer: createToken(alg, key, { claims: { iss: "https://auth.elsewhere.example" } }),
    audience: createToken(alg, key, { claims: { aud: "https://elsewhere.example" } }),
    type: createToken(alg, key, { header: { typ: "logout+jwt" } }),
    "claim set": createToken(alg, key, { claims: { "https://acme.example/claims/role": "owner" } }),
  };
}

function signature(alg, key, input) {
  switch (alg) {
    case "HS256":
      return createHmac("sha256", key).update(input).digest();
    case "ES256":
      return sign("sha256", input, { key, dsaEncoding: "ieee-p1363" });
    case "EdDSA":
      return sign(null, input, key);
    default:
      return sign("sha256", input, key);
  }
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
