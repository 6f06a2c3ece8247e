import { createLocalJWKSet, errors } from "jose";
import { describe, expect, it } from "vitest";
import type { ClaimsErrorCode } from "../../../src/runtime/errors/claims-error.js";
import type { ConsumerDefinition } from "../../../src/runtime/policy/definition.js";
import { verifyToken } from "../../../src/runtime/verify/verify.js";
import {
  AUDIENCE,
  CLAIMS,
  CLOSED,
  consumer,
  EC,
  EC_OTHER,
  EC384,
  ED,
  encode,
  HEADER,
  hmacToken,
  ISSUER,
  NOW,
  ROLE,
  RSA,
  RSA_WEAK,
  refusalOf,
  rsaToken,
  SECRET,
  token,
} from "./sample.js";

interface Case {
  readonly name: string;
  readonly token: unknown;
  /** The code, or null where the token is to be accepted. */
  readonly want: ClaimsErrorCode | null;
  readonly options?: object;
  readonly definition?: ConsumerDefinition;
}

const GOOD = token();
const [H = "", P = "", S = ""] = GOOD.split(".");
const jwk = EC.publicKey.export({ format: "jwk" });
const rsaJwk = RSA.publicKey.export({ format: "jwk" });
const weakJwk = RSA_WEAK.publicKey.export({ format: "jwk" });
const otherJwk = EC_OTHER.publicKey.export({ format: "jwk" });
const { iat: _, ...WITHOUT_IAT } = CLAIMS;

function header(members: object): string {
  return token({ ...HEADER, ...members });
}

function claims(members: object): string {
  return token(HEADER, { ...CLAIMS, ...members });
}

/** A payload whose JSON no serializer would write. */
function rawClaims(text: string): string {
  return token(HEADER, JSON.stringify(CLAIMS).replace(/}$/, `,${text}}`));
}

function without(name: keyof typeof CLAIMS): string {
  return token(HEADER, Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name)));
}

const tables: Record<string, readonly Case[]> = {
  algorithm: [
    { name: "one that is allowed", token: GOOD, want: null },
    ...[
      "none",
      "None",
      "NONE",
      "nOnE",
      "",
      " none",
      "none\0",
      "HS384",
      "es256",
      "ES256 ",
      "RS512",
      "constructor",
      "__proto__",
    ].map((alg): Case => ({ name: JSON.stringify(alg), token: header({ alg }), want: "algorithm_not_allowed" })),
    ...[null, 0, true, ["ES256"], { ES256: 1 }].map(
      (alg): Case => ({ name: JSON.stringify(alg), token: header({ alg }), want: "algorithm_not_allowed" }),
    ),
    { name: "absent", token: token({ typ: "at+jwt" }), want: "algorithm_not_allowed" },
    { name: "none with an empty signature", token: `${encode({ alg: "none" })}.${P}.`, want: "algorithm_not_allowed" },
    {
      name: "HMAC with the public key's PEM",
      token: hmacToken(Buffer.from(EC.publicKey.export({ format: "pem", type: "spki" }))),
      options: { key: EC.publicKey.export({ format: "pem", type: "spki" }) },
      want: "invalid_key",
    },
    {
      name: "HMAC with the public key's PEM as bytes",
      token: hmacToken(Buffer.from(EC.publicKey.export({ format: "pem", type: "spki" }))),
      options: { key: Buffer.from(EC.publicKey.export({ format: "pem", type: "spki" })) },
      want: "invalid_key",
    },
    ...[EC, RSA, ED].map(
      (pair): Case => ({
        name: `HMAC with the DER of a public ${pair.publicKey.asymmetricKeyType} key`,
        token: hmacToken(pair.publicKey.export({ format: "der", type: "spki" })),
        options: { key: new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" })) },
        want: "invalid_key",
      }),
    ),
    {
      name: "HMAC with the public JWK's text",
      token: hmacToken(Buffer.from(JSON.stringify(rsaJwk))),
      options: { key: new Uint8Array(Buffer.from(JSON.stringify(rsaJwk))) },
      want: "invalid_key",
    },
    { name: "HMAC against a public key object", token: hmacToken(SECRET), want: "invalid_key" },
    { name: "HMAC against a public JWK", token: hmacToken(SECRET), options: { key: jwk }, want: "invalid_key" },
    { name: "ES256 against an RSA key", token: GOOD, options: { key: RSA.publicKey }, want: "invalid_key" },
    { name: "ES256 against a P-384 key", token: GOOD, options: { key: EC384.publicKey }, want: "invalid_key" },
    { name: "ES384 in the header, P-256 key", token: header({ alg: "ES384" }), want: "invalid_key" },
    {
      name: "PS256 in the header, signed by RS256",
      token: rsaToken(RSA.privateKey, { alg: "PS256", typ: "at+jwt" }),
      options: { key: RSA.publicKey },
      want: "invalid_signature",
    },
  ],
  header: [
    ...[[], ["exp"], ["b64"], null, "exp", {}, [1], ["exp", "exp"], true].map(
      (crit): Case => ({ name: `crit ${JSON.stringify(crit)}`, token: header({ crit }), want: "malformed_token" }),
    ),
    ...[false, true, null].map(
      (b64): Case => ({ name: `b64 ${b64}`, token: header({ b64 }), want: "malformed_token" }),
    ),
    { name: "b64 false, stated critical", token: header({ b64: false, crit: ["b64"] }), want: "malformed_token" },
    { name: "an embedded jwk, which is ignored", token: header({ jwk: otherJwk }), want: null },
    {
      name: "an embedded jwk that signed",
      token: token({ ...HEADER, jwk: otherJwk }, CLAIMS, EC_OTHER.privateKey),
      want: "invalid_signature",
    },
    ...["jku", "x5u"].map(
      (name): Case => ({ name, token: header({ [name]: "https://evil.example/keys" }), want: null }),
    ),
    ...["x5c", "x5t"].map((name): Case => ({ name, token: header({ [name]: ["AAAA"] }), want: null })),
    ...[1, null, ["a"], {}, false].map(
      (kid): Case => ({ name: `kid ${JSON.stringify(kid)}`, token: header({ kid }), want: "malformed_token" }),
    ),
    ...["../../etc/passwd", "' OR 1=1", "\0", "__proto__", "x".repeat(2000)].map(
      (kid): Case => ({
        name: `hostile kid ${kid.slice(0, 20)}`,
        token: header({ kid }),
        options: { key: { keys: [{ ...jwk, kid: "k1" }] } },
        want: "key_not_found",
      }),
    ),
    { name: "duplicate alg", token: token('{"alg":"none","alg":"ES256","typ":"at+jwt"}'), want: "malformed_token" },
    {
      name: "duplicate alg, escaped",
      token: token('{"\\u0061lg":"none","alg":"ES256","typ":"at+jwt"}'),
      want: "malformed_token",
    },
    {
      name: "a duplicate deep inside",
      token: token('{"alg":"ES256","typ":"at+jwt","x":[{"a":1,"a":2}]}'),
      want: "malformed_token",
    },
    { name: "a colon in a string", token: header({ note: 'a:b"c:{[' }), want: null },
    {
      name: "an own __proto__",
      token: token('{"__proto__":{"alg":"ES256"},"typ":"at+jwt"}'),
      want: "algorithm_not_allowed",
    },
    {
      name: "deep nesting",
      token: token(`{"alg":"ES256","typ":"at+jwt","x":${"[".repeat(200)}${"]".repeat(200)}}`),
      want: "malformed_token",
    },
    ...["at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+JWT"].map(
      (typ): Case => ({ name: `typ ${typ}`, token: header({ typ }), want: null }),
    ),
    ...[
      "JWT",
      "at+jwt ",
      "",
      "text/at+jwt",
      "application/application/at+jwt",
      "at+jwt;v=1",
      "logout+jwt",
      "id+jwt",
      null,
      1,
      ["at+jwt"],
    ].map((typ): Case => ({ name: `typ ${JSON.stringify(typ)}`, token: header({ typ }), want: "type_mismatch" })),
    { name: "no typ", token: token({ alg: "ES256" }), want: "type_mismatch" },
    {
      name: "no typ where that is accepted",
      token: token({ alg: "ES256" }),
      definition: { ...consumer(), acceptedTypes: ["JWT", null] },
      want: null,
    },
    ...["[]", "null", "1", '"x"', "", "{", "{}x"].map(
      (text): Case => ({
        name: `${JSON.stringify(text)} as header`,
        token: token(text),
        want: "malformed_token",
      }),
    ),
    { name: "a byte order mark", token: token(`\uFEFF${JSON.stringify(HEADER)}`), want: "malformed_token" },
    {
      name: "invalid UTF-8",
      token: token(
        Buffer.concat([Buffer.from('{"alg":"ES256","typ":"at+jwt","x":"'), Buffer.from([0xff]), Buffer.from('"}')]),
      ),
      want: "malformed_token",
    },
  ],
  form: [
    ...[undefined, null, 1, true, {}, [], Symbol("t"), 1n, new String(GOOD), Buffer.from(GOOD), () => GOOD].map(
      (value): Case => ({
        name: `not a string: ${typeof value} ${Object.prototype.toString.call(value)}`,
        token: value,
        want: "malformed_token",
      }),
    ),
    { name: "empty", token: "", want: "malformed_token" },
    { name: "one part", token: H, want: "malformed_token" },
    { name: "two parts", token: `${H}.${P}`, want: "malformed_token" },
    { name: "four parts", token: `${GOOD}.${S}`, want: "malformed_token" },
    { name: "five parts", token: `${H}.${P}.${S}.${S}.${S}`, want: "encrypted_token" },
    { name: "six parts", token: `${H}.${P}.${S}.${S}.${S}.${S}`, want: "malformed_token" },
    { name: "only dots", token: "..", want: "malformed_token" },
    {
      name: "JSON serialization",
      token: JSON.stringify({ protected: H, payload: P, signature: S }),
      want: "malformed_token",
    },
    { name: "a space before", token: ` ${GOOD}`, want: "malformed_token" },
    { name: "a line feed after", token: `${GOOD}\n`, want: "malformed_token" },
    { name: "a space inside", token: `${H}.${P.slice(0, 4)} ${P.slice(4)}.${S}`, want: "malformed_token" },
    { name: "Bearer", token: `Bearer ${GOOD}`, want: "malformed_token" },
    { name: "padding after the header", token: `${H}=.${P}.${S}`, want: "malformed_token" },
    { name: "padding after the payload", token: `${H}.${P}==.${S}`, want: "malformed_token" },
    { name: "padding after the signature", token: `${GOOD}==`, want: "malformed_token" },
    { name: "the standard alphabet", token: `${H}.${P}.${S.slice(0, -2)}+/`, want: "malformed_token" },
    { name: "a full-width letter", token: `${H}.${P}.${S.slice(0, -1)}Ａ`, want: "malformed_token" },
    { name: "a NUL", token: `${H}.${P}\0.${S}`, want: "malformed_token" },
    { name: "a length that no bytes have", token: `${H}.${P}.AAAAA`, want: "malformed_token" },
    { name: "stray bits in the signature", token: `${H}.${P}.${strayBits(S)}`, want: "malformed_token" },
    { name: "stray bits in the payload", token: `${H}.${strayBits(encode("ab"))}.${S}`, want: "malformed_token" },
  ],
  signature: [
    { name: "of another key", token: token(HEADER, CLAIMS, EC_OTHER.privateKey), want: "invalid_signature" },
    { name: "empty", token: `${H}.${P}.`, want: "invalid_signature" },
    {
      name: "truncated",
      token: `${H}.${P}.${encode(Buffer.from(S, "base64url").subarray(0, 63))}`,
      want: "invalid_signature",
    },
    {
      name: "extended",
      token: `${H}.${P}.${encode(Buffer.concat([Buffer.from(S, "base64url"), Buffer.from([0])]))}`,
      want: "invalid_signature",
    },
    { name: "all zero (r = s = 0)", token: `${H}.${P}.${encode(new Uint8Array(64))}`, want: "invalid_signature" },
    {
      name: "DER instead of r and s",
      token: `${H}.${P}.${encode(Buffer.from("3006020101020101", "hex"))}`,
      want: "invalid_signature",
    },
    { name: "of another payload", token: `${H}.${encode({ ...CLAIMS, sub: "root" })}.${S}`, want: "invalid_signature" },
    { name: "of another header", token: `${encode({ ...HEADER, kid: "x" })}.${P}.${S}`, want: "invalid_signature" },
    {
      name: "checked before an expired payload is believed",
      token: token(HEADER, { exp: 1 }, EC_OTHER.privateKey),
      want: "invalid_signature",
    },
  ],
  payload: [
    ...["[]", "null", "1", '"x"', "", "{", "true"].map(
      (text): Case => ({ name: JSON.stringify(text), token: token(HEADER, text), want: "malformed_token" }),
    ),
    { name: "duplicate sub", token: rawClaims('"sub":"root"'), want: "malformed_token" },
    {
      name: "a duplicate in an undeclared object",
      token: rawClaims('"x":{"a":1,"\\u0061":2}'),
      want: "malformed_token",
    },
    {
      name: "10 000 levels",
      token: rawClaims(`"x":${"[".repeat(10_000)}${"]".repeat(10_000)}`),
      definition: consumer({ maxTokenBytes: 100_000 }),
      want: "malformed_token",
    },
    { name: "127 levels below the claims", token: rawClaims(`"x":${"[".repeat(127)}${"]".repeat(127)}`), want: null },
    {
      name: "128 levels below the claims",
      token: rawClaims(`"x":${"[".repeat(128)}${"]".repeat(128)}`),
      want: "malformed_token",
    },
    { name: "a byte order mark", token: token(HEADER, `\uFEFF${JSON.stringify(CLAIMS)}`), want: "malformed_token" },
    {
      name: "a required claim on __proto__ only",
      token: token(
        HEADER,
        `{"exp":${NOW + 9},"iss":"${ISSUER}","aud":"${AUDIENCE}","${ROLE}":"admin","__proto__":{"sub":"u1"}}`,
      ),
      want: "invalid_claims",
    },
    {
      name: "names of Object.prototype",
      token: claims({ constructor: 1, toString: 2, hasOwnProperty: 3 }),
      want: null,
    },
    { name: "a lone surrogate", token: rawClaims('"x":"\\ud800"'), want: null },
    { name: "a value outside an enum", token: claims({ [ROLE]: "root" }), want: "invalid_claims" },
    { name: "a missing claim", token: without("sub"), want: "invalid_claims" },
    { name: "an undeclared claim, ignored", token: claims({ extra: 1 }), want: null },
    {
      name: "an undeclared claim, stripped",
      token: claims({ extra: 1 }),
      definition: consumer({ unknownClaims: "strip" }),
      want: null,
    },
    {
      name: "an undeclared claim, rejected",
      token: claims({ extra: 1 }),
      definition: consumer({ unknownClaims: "reject" }),
      want: "invalid_claims",
    },
  ],
  time: [
    { name: "exp one second ahead", token: claims({ exp: NOW + 1 }), want: null },
    { name: "exp now", token: claims({ exp: NOW }), want: "expired" },
    { name: "exp a fraction ahead", token: claims({ exp: NOW + 0.5 }), want: null },
    { name: "exp in the past", token: claims({ exp: NOW - 1 }), want: "expired" },
    { name: "exp negative", token: claims({ exp: -1 }), want: "expired" },
    {
      name: "exp just within the tolerance",
      token: claims({ exp: NOW - 29 }),
      options: { clockTolerance: "30s" },
      want: null,
    },
    {
      name: "exp at the end of the tolerance",
      token: claims({ exp: NOW - 30 }),
      options: { clockTolerance: "30s" },
      want: "expired",
    },
    {
      name: "exp within the policy's tolerance",
      token: claims({ exp: NOW - 29 }),
      definition: consumer({ clockTolerance: 30 }),
      want: null,
    },
    {
      name: "a tolerance of the call replaces the policy's",
      token: claims({ exp: NOW - 29 }),
      definition: consumer({ clockTolerance: 30 }),
      options: { clockTolerance: "0s" },
      want: "expired",
    },
    { name: "no exp", token: without("exp"), want: "invalid_claims" },
    ...["exp", "nbf", "iat"].flatMap((claim) =>
      ["1", null, true, [NOW], {}].map(
        (value): Case => ({
          name: `${claim} ${JSON.stringify(value)}`,
          token: claims({ [claim]: value }),
          want: "invalid_claims",
        }),
      ),
    ),
    {
      name: "exp infinite",
      token: token(HEADER, `{"exp":1e999,"sub":"u1","${ROLE}":"admin","iss":"${ISSUER}","aud":"${AUDIENCE}"}`),
      want: "invalid_claims",
    },
    { name: "exp in milliseconds", token: claims({ exp: NOW * 1000 }), want: "lifetime_exceeded" },
    { name: "nbf now", token: claims({ nbf: NOW }), want: null },
    { name: "nbf one second ahead", token: claims({ nbf: NOW + 1 }), want: "not_yet_valid" },
    {
      name: "nbf at the end of the tolerance",
      token: claims({ nbf: NOW + 30 }),
      options: { clockTolerance: "30s" },
      want: null,
    },
    {
      name: "nbf beyond the tolerance",
      token: claims({ nbf: NOW + 31 }),
      options: { clockTolerance: "30s" },
      want: "not_yet_valid",
    },
    { name: "iat 60 seconds ahead", token: claims({ iat: NOW + 60 }), want: null },
    { name: "iat 61 seconds ahead", token: claims({ iat: NOW + 61 }), want: "not_yet_valid" },
    {
      name: "iat ahead by a larger tolerance",
      token: claims({ iat: NOW + 90 }),
      options: { clockTolerance: "90s" },
      want: null,
    },
    {
      name: "iat beyond a larger tolerance",
      token: claims({ iat: NOW + 91 }),
      options: { clockTolerance: "90s" },
      want: "not_yet_valid",
    },
    { name: "exactly the lifetime", token: claims({ exp: NOW + 900 }), want: null },
    { name: "one second over the lifetime", token: claims({ exp: NOW + 901 }), want: "lifetime_exceeded" },
    {
      name: "over the lifetime by an early iat",
      token: claims({ iat: NOW - 301, exp: NOW + 600 }),
      want: "lifetime_exceeded",
    },
    { name: "no iat, exp one lifetime ahead", token: token(HEADER, { ...WITHOUT_IAT, exp: NOW + 900 }), want: null },
    {
      name: "no iat, exp further ahead",
      token: token(HEADER, { ...WITHOUT_IAT, exp: NOW + 901 }),
      want: "lifetime_exceeded",
    },
  ],
  "issuer and audience": [
    { name: "no iss", token: without("iss"), want: "issuer_mismatch" },
    ...["https://AUTH.acme.example", `${ISSUER}/`, "https://auth.acme", `${ISSUER}.evil.example`, "", ` ${ISSUER}`].map(
      (iss): Case => ({ name: `iss ${JSON.stringify(iss)}`, token: claims({ iss }), want: "issuer_mismatch" }),
    ),
    { name: "iss as a list", token: claims({ iss: [ISSUER] }), want: "issuer_mismatch" },
    { name: "no aud", token: without("aud"), want: "audience_mismatch" },
    ...[
      "https://API.acme.example",
      `${AUDIENCE}/`,
      "https://api",
      "",
      [],
      [`${AUDIENCE}/`],
      [AUDIENCE, 1],
      [[AUDIENCE]],
      null,
      { 0: AUDIENCE },
    ].map((aud): Case => ({ name: `aud ${JSON.stringify(aud)}`, token: claims({ aud }), want: "audience_mismatch" })),
    { name: "aud as a list", token: claims({ aud: ["other", AUDIENCE] }), want: null },
    {
      name: "an audience of the call that the policy does not have",
      token: GOOD,
      options: { audience: "other" },
      want: "audience_mismatch",
    },
    {
      name: "an audience of the call that the token has and the policy not",
      token: claims({ aud: ["other", AUDIENCE] }),
      options: { audience: "other" },
      want: "audience_mismatch",
    },
    {
      name: "an issuer of the call that the policy does not have",
      token: claims({ iss: "other" }),
      options: { issuer: "other" },
      want: "issuer_mismatch",
    },
    {
      name: "the policy's issuer and audience",
      token: GOOD,
      options: { issuer: [ISSUER, "x"], audience: [AUDIENCE] },
      want: null,
    },
    ...[null, "", [], [""], [1], 1, {}, undefined, ["a", null]].flatMap((value): Case[] => [
      {
        name: `option audience ${String(JSON.stringify(value))}`,
        token: GOOD,
        options: { audience: value },
        want: "invalid_option",
      },
      {
        name: `option issuer ${String(JSON.stringify(value))}`,
        token: GOOD,
        options: { issuer: value },
        want: "invalid_option",
      },
    ]),
  ],
  options: [
    ...[null, "", "30", 30, "30", "-1s", "5.5s", "301s", "6m", "1d", "30 s", [], Number.NaN].map(
      (clockTolerance): Case => ({
        name: `clockTolerance ${String(clockTolerance)}`,
        token: GOOD,
        options: { clockTolerance },
        want: "invalid_option",
      }),
    ),
    { name: "clockTolerance 5m", token: GOOD, options: { clockTolerance: "5m" }, want: null },
    ...[null, "", "2025-01-01", Number.NaN, Number.POSITIVE_INFINITY, -1, NOW * 1000, new Date(Number.NaN), {}].map(
      (now): Case => ({ name: `now ${String(now)}`, token: GOOD, options: { now }, want: "invalid_option" }),
    ),
    { name: "now as a Date", token: GOOD, options: { now: new Date(NOW * 1000) }, want: null },
    { name: "an option that does not exist", token: GOOD, options: { audiences: "x" }, want: "invalid_option" },
  ],
  size: [
    { name: "exactly the limit", token: GOOD, definition: consumer({ maxTokenBytes: GOOD.length }), want: null },
    {
      name: "one over the limit",
      token: GOOD,
      definition: consumer({ maxTokenBytes: GOOD.length - 1 }),
      want: "token_too_large",
    },
    { name: "no token at all, but huge", token: ".".repeat(10_000), want: "token_too_large" },
  ],
  keys: [
    ...[
      undefined,
      null,
      "",
      0,
      1,
      true,
      [],
      {},
      "secret",
      "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
      { kty: "EC" },
      { keys: 1 },
      new Uint8Array(0),
      Symbol("k"),
    ].map(
      (key): Case => ({
        name: `nonsense ${typeof key} ${String(Array.isArray(key) ? "[]" : typeof key === "object" ? JSON.stringify(key) : String(key)).slice(0, 30)}`,
        token: GOOD,
        options: { key },
        want: "invalid_key",
      }),
    ),
    {
      name: "HMAC of 31 bytes",
      token: hmacToken(SECRET.slice(0, 31)),
      options: { key: SECRET.slice(0, 31) },
      want: "invalid_key",
    },
    {
      name: "HMAC of 32 bytes",
      token: hmacToken(SECRET.slice(0, 32)),
      options: { key: SECRET.slice(0, 32) },
      want: null,
    },
    {
      name: "HMAC by an oct JWK",
      token: hmacToken(SECRET),
      options: { key: { kty: "oct", k: encode(SECRET) } },
      want: null,
    },
    {
      name: "HMAC by a short oct JWK",
      token: hmacToken(SECRET),
      options: { key: { kty: "oct", k: "AAAA" } },
      want: "invalid_key",
    },
    {
      name: "RSA 1024",
      token: rsaToken(RSA_WEAK.privateKey),
      options: { key: RSA_WEAK.publicKey },
      want: "invalid_key",
    },
    { name: "RSA 1024 as JWK", token: rsaToken(RSA_WEAK.privateKey), options: { key: weakJwk }, want: "invalid_key" },
    {
      name: "RSA 1024 in a JWKS",
      token: rsaToken(RSA_WEAK.privateKey),
      options: { key: { keys: [weakJwk] } },
      want: "invalid_key",
    },
    {
      name: "RSA with exponent 1",
      token: rsaToken(RSA.privateKey),
      options: { key: { ...rsaJwk, e: "AQ" } },
      want: "invalid_key",
    },
    { name: "RSA 2048", token: rsaToken(RSA.privateKey), options: { key: rsaJwk }, want: null },
    { name: "a private key object", token: GOOD, options: { key: EC.privateKey }, want: "invalid_key" },
    {
      name: "a private JWK",
      token: GOOD,
      options: { key: EC.privateKey.export({ format: "jwk" }) },
      want: "invalid_key",
    },
    {
      name: "a private PEM",
      token: GOOD,
      options: { key: EC.privateKey.export({ format: "pem", type: "pkcs8" }) },
      want: "invalid_key",
    },
    {
      name: "a private JWK in a JWKS",
      token: GOOD,
      options: { key: { keys: [EC.privateKey.export({ format: "jwk" })] } },
      want: "invalid_key",
    },
    {
      name: "a public PEM",
      token: GOOD,
      options: { key: EC.publicKey.export({ format: "pem", type: "spki" }) },
      want: null,
    },
    { name: "a JWK", token: GOOD, options: { key: jwk }, want: null },
    ...[
      { use: "enc" },
      { use: "" },
      { key_ops: [] },
      { key_ops: ["sign"] },
      { key_ops: "verify" },
      { key_ops: ["verify", "verify"] },
      { key_ops: [1] },
      { alg: "ES384" },
      { alg: 1 },
      { crv: "P-384" },
      { kty: "RSA" },
      { x: "+" },
    ].flatMap((members): Case[] => [
      {
        name: `a JWK with ${JSON.stringify(members)}`,
        token: GOOD,
        options: { key: { ...jwk, ...members } },
        want: "invalid_key",
      },
      {
        name: `a JWKS whose only key has ${JSON.stringify(members)}`,
        token: GOOD,
        options: { key: { keys: [{ ...jwk, ...members }] } },
        want: "key_not_found",
      },
    ]),
    {
      name: "a JWK that states its use",
      token: GOOD,
      options: { key: { ...jwk, use: "sig", key_ops: ["verify"], alg: "ES256" } },
      want: null,
    },
    { name: "an empty JWKS", token: GOOD, options: { key: { keys: [] } }, want: "key_not_found" },
    {
      name: "a JWKS with a key and no kid in the token",
      token: GOOD,
      options: { key: { keys: [{ ...jwk, kid: "a" }] } },
      want: null,
    },
    { name: "a JWKS with the right key second", token: GOOD, options: { key: { keys: [otherJwk, jwk] } }, want: null },
    {
      name: "a JWKS with two of one kid",
      token: header({ kid: "a" }),
      options: {
        key: {
          keys: [
            { ...otherJwk, kid: "a" },
            { ...jwk, kid: "a" },
          ],
        },
      },
      want: null,
    },
    {
      name: "a JWKS with wrong keys only",
      token: GOOD,
      options: { key: { keys: [otherJwk, otherJwk] } },
      want: "invalid_signature",
    },
    {
      name: "a JWKS with unknown and broken keys beside the right one",
      token: GOOD,
      options: { key: { keys: [null, 1, { kty: "XYZ" }, { ...jwk, use: "enc" }, { ...jwk, x: 1 }, jwk] } },
      want: null,
    },
    {
      name: "a JWKS where the key has no kid, but the token has",
      token: header({ kid: "a" }),
      options: { key: { keys: [jwk] } },
      want: "key_not_found",
    },
    {
      name: "a JWKS with more keys than are tried",
      token: GOOD,
      options: { key: { keys: [...Array.from({ length: 16 }, () => otherJwk), jwk] } },
      want: "invalid_signature",
    },
    { name: "a resolver", token: GOOD, options: { key: async () => EC.publicKey }, want: null },
    {
      name: "jose's JWKS",
      token: GOOD,
      options: { key: createLocalJWKSet({ keys: [{ ...jwk, kty: "EC" }] }) },
      want: null,
    },
    {
      name: "jose's JWKS without the key",
      token: header({ kid: "b" }),
      options: { key: createLocalJWKSet({ keys: [{ ...jwk, kty: "EC", kid: "a" }] }) },
      want: "key_not_found",
    },
    {
      name: "jose's JWKS with two keys",
      token: GOOD,
      options: {
        key: createLocalJWKSet({
          keys: [
            { ...otherJwk, kty: "EC" },
            { ...jwk, kty: "EC" },
          ],
        }),
      },
      want: null,
    },
    {
      name: "jose's JWKS with two wrong keys",
      token: GOOD,
      options: {
        key: createLocalJWKSet({
          keys: [
            { ...otherJwk, kty: "EC" },
            { ...otherJwk, kty: "EC" },
          ],
        }),
      },
      want: "invalid_signature",
    },
    {
      name: "a resolver that times out",
      token: GOOD,
      options: { key: () => Promise.reject(new errors.JWKSTimeout()) },
      want: "jwks_unavailable",
    },
    {
      name: "a resolver that throws null",
      token: GOOD,
      options: { key: () => Promise.reject(null) },
      want: "jwks_unavailable",
    },
    { name: "a resolver that finds nothing", token: GOOD, options: { key: () => undefined }, want: "key_not_found" },
    {
      name: "a resolver that gives a private key",
      token: GOOD,
      options: { key: () => EC.privateKey },
      want: "invalid_key",
    },
    {
      name: "a resolver that gives a weak key",
      token: rsaToken(RSA_WEAK.privateKey),
      options: { key: () => RSA_WEAK.publicKey },
      want: "invalid_key",
    },
    {
      name: "a resolver that gives a function",
      token: GOOD,
      options: { key: () => () => EC.publicKey },
      want: "invalid_key",
    },
    {
      name: "a resolver that changes the header",
      token: GOOD,
      options: {
        key: (h: Record<string, unknown>) => {
          h.alg = "none";
          return EC.publicKey;
        },
      },
      want: null,
    },
  ],
};

/** The text with the unused bits of its last character set. */
function strayBits(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.charAt(text.length - 1)) | 1);
}

for (const [subject, cases] of Object.entries(tables)) {
  describe(`verify, attacked by its ${subject}`, () => {
    it.each(cases)("answers $want to $name", async ({ token: given, want, options, definition }) => {
      const call = () =>
        verifyToken(definition ?? consumer(), given, { key: EC.publicKey, now: NOW, ...options } as Parameters<
          typeof verifyToken
        >[2]);
      if (want === null) await expect(call()).resolves.toHaveProperty("claims");
      else {
        const error = await refusalOf(call);
        expect(error.code).toBe(want);
        expect(Object.hasOwn(error, "issues")).toBe(want === "invalid_claims");
        if (typeof given === "string") expect(error.message).not.toContain(given.slice(0, 20) || "\0");
      }
    });
  });
}

describe("verify", () => {
  it("gives plain claims and the header back", async () => {
    const { claims: got, header: head } = await verifyToken(consumer(), GOOD, { key: EC.publicKey, now: NOW });
    expect(got).toEqual(CLAIMS);
    expect(head).toEqual(HEADER);
  });

  it("keeps an own __proto__ as data, and strips it where it is undeclared", async () => {
    const hostile = rawClaims('"__proto__":{"admin":true},"org":{"id":"o","x":1},"tags":[{"name":"a","y":1}]');
    const options = { key: EC.publicKey, now: NOW };
    const kept = await verifyToken<Record<string, unknown>>(consumer(), hostile, options);
    expect(Object.hasOwn(kept.claims, "__proto__")).toBe(true);
    expect(Object.getPrototypeOf(kept.claims)).toBe(Object.prototype);
    const stripped = await verifyToken<Record<string, unknown>>(consumer({ unknownClaims: "strip" }), hostile, options);
    expect(stripped.claims).toEqual({ ...CLAIMS, org: { id: "o" }, tags: [{ name: "a" }] });
    expect(Object.hasOwn(stripped.claims, "__proto__")).toBe(false);
    expect(CLOSED(stripped.claims)).toBe(true);
  });

  // Such as a merge of hostile JSON leaves there. Each would be a key with a secret that everyone knows.
  it.each<[string, string, () => unknown]>([
    ["key", "a key that does not fit", () => EC.publicKey],
    ["key", "a set whose key is too short", () => ({ keys: [{ kty: "oct", k: "AAAA" }] })],
    ["fault", "a key that fits", () => SECRET],
  ])("takes no `%s` on Object.prototype for what it says of a key, with %s", async (member, _name, key) => {
    const secret = "known to everyone";
    const native = { digest: "sha256", input: { key: secret }, key: secret, imported: {} };
    const value = { algorithm: { kty: "oct" }, signatureBytes: 32, native };
    const forged = hmacToken(new TextEncoder().encode(secret));
    Object.defineProperty(Object.prototype, member, { value, configurable: true });
    try {
      const call = () => verifyToken(consumer({ algorithms: ["HS256"] }), forged, { key: key(), now: NOW } as never);
      expect((await refusalOf(call)).code).toMatch(/^(?:invalid_key|key_not_found)$/);
    } finally {
      Reflect.deleteProperty(Object.prototype, member);
    }
  });
});
