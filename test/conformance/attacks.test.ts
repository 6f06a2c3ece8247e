import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodePart, forgeToken, KEYS, NOW, type Part, SECRET } from "../support/forge-token.js";
import { type GeneratedPackage, installPackage, installProject, outcomeOf } from "../support/generated-package.js";
import { REPOSITORY } from "../support/project.js";

// The sample package of this repository, generated and attacked as a whole. What each function of the runtime does with each
// single value is in test/unit/runtime/attacks.test.ts.

const ISSUER = "https://auth.acme.example";
const API = "https://api.acme.example";
const ROLE = "https://acme.example/claims/role";
const TENANT = "https://acme.example/claims/tenant";
const JOB = "https://acme.example/claims/job";
const VERSION = "https://acme.example/claims/version";

/** Kinds of token that the sample does not have: one that takes long tokens, one that strips, one of two more algorithms. */
const EXTRA = {
  config: {
    package: { name: "@acme/extra", version: "1.0.0" },
    tokens: {
      long: { ...common("long"), maxTokenBytes: 1_048_576 },
      exact: { ...common("exact"), maxTokenBytes: 400 },
      strip: { ...common("strip"), unknownClaims: "strip" },
      several: { ...common("several"), algorithms: ["HS256", "RS256", "PS256", "ES384"] },
    },
  },
  schemas: {
    "claims.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: { sub: { type: "string" }, org: { type: "object", properties: { id: { type: "string" } } } },
      required: ["sub"],
    },
  },
};

function common(name: string): object {
  return {
    schema: "claims.schema.json",
    issuer: ISSUER,
    audience: `https://${name}.acme.example`,
    algorithms: ["ES256"],
    lifetime: "15m",
  };
}

const HEADERS = {
  accessToken: { alg: "ES256", typ: "at+jwt" },
  idToken: { alg: "ES256", typ: "JWT" },
  serviceToken: { alg: "HS256", typ: "service+jwt" },
  githubActionsToken: { alg: "RS256", typ: "JWT" },
  long: { alg: "ES256", typ: "JWT" },
  exact: { alg: "ES256", typ: "JWT" },
  strip: { alg: "ES256", typ: "JWT" },
  several: { alg: "HS256", typ: "JWT" },
} as const;

type Kind = keyof typeof HEADERS;

const CLAIMS: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  accessToken: {
    iss: ISSUER,
    sub: "u1",
    aud: API,
    client_id: "web",
    jti: "j1",
    iat: NOW,
    exp: NOW + 600,
    [ROLE]: "member",
    [TENANT]: { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team" },
  },
  idToken: { iss: ISSUER, sub: "u1", aud: "web", iat: NOW, exp: NOW + 600 },
  serviceToken: {
    iss: ISSUER,
    sub: "service:invoicing",
    aud: "https://billing.acme.example",
    jti: "j1",
    iat: NOW,
    exp: NOW + 60,
    [VERSION]: 1,
    [JOB]: { kind: "invoice", invoice: "i1" },
  },
  githubActionsToken: {
    iss: "https://token.actions.githubusercontent.com",
    aud: "https://deploy.acme.example",
    sub: "repo:acme/shop:ref:refs/heads/main",
    jti: "j1",
    repository: "acme/shop",
    repository_owner: "acme",
    event_name: "push",
    ref: "refs/heads/main",
    sha: "0123",
    iat: NOW,
    exp: NOW + 300,
  },
  ...extraClaims("long", "exact", "strip", "several"),
};

function extraClaims<Name extends string>(...names: readonly Name[]): Record<Name, Readonly<Record<string, unknown>>> {
  const claims = names.map((name) => [
    name,
    { iss: ISSUER, aud: `https://${name}.acme.example`, sub: "u1", iat: NOW, exp: NOW + 600 },
  ]);
  // One entry for each name.
  return Object.fromEntries(claims) as Record<Name, Readonly<Record<string, unknown>>>;
}

const PRIVATE = {
  accessToken: KEYS.ec.privateKey,
  idToken: KEYS.ec.privateKey,
  serviceToken: SECRET,
  githubActionsToken: KEYS.rsa.privateKey,
  long: KEYS.ec.privateKey,
  exact: KEYS.ec.privateKey,
  strip: KEYS.ec.privateKey,
  several: SECRET,
};
const PUBLIC = {
  accessToken: KEYS.ec.publicKey,
  idToken: KEYS.ec.publicKey,
  serviceToken: SECRET,
  githubActionsToken: KEYS.rsa.publicKey,
  long: KEYS.ec.publicKey,
  exact: KEYS.ec.publicKey,
  strip: KEYS.ec.publicKey,
  several: SECRET,
};

const jwk = KEYS.ec.publicKey.export({ format: "jwk" });
const otherJwk = KEYS.ecOther.publicKey.export({ format: "jwk" });
const edJwk = KEYS.ed.publicKey.export({ format: "jwk" });
const rsaJwk = KEYS.rsa.publicKey.export({ format: "jwk" });

/** A token of a kind, proper but for what is given. Members that are undefined are left out. */
function make(kind: Kind, header: object = {}, claims: object = {}): string {
  return forgeToken({ ...HEADERS[kind], ...header }, { ...CLAIMS[kind], ...claims }, PRIVATE[kind]);
}

/** An access token of these parts as they stand. */
function raw(header: Part, payload: Part): string {
  return forgeToken(header, payload, KEYS.ec.privateKey);
}

/** An access token whose claims are followed by more members, as text. */
function rawClaims(text: string, kind: Kind = "accessToken"): string {
  return forgeToken(HEADERS[kind], JSON.stringify(CLAIMS[kind]).replace(/}$/, `,${text}}`), PRIVATE[kind]);
}

const GOOD = make("accessToken");
const [H = "", P = "", S = ""] = GOOD.split(".");
const SIGNATURE = Buffer.from(S, "base64url");

interface Attack {
  readonly name: string;
  /** The kind whose verify is attacked; an access token where it is left out. */
  readonly kind?: Kind;
  readonly token: unknown;
  readonly options?: object;
  readonly want: string;
}

/** The same attack with several values. */
function each<Value>(values: readonly Value[], attack: (value: Value, name: string) => Attack): readonly Attack[] {
  return values.map((value) => attack(value, String(JSON.stringify(value)).slice(0, 60)));
}

const header = (members: object, want: string, name: string): Attack => ({
  name,
  token: make("accessToken", members),
  want,
});
const claims = (members: object, want: string, name: string, options: object = {}): Attack => ({
  name,
  token: make("accessToken", {}, members),
  options,
  want,
});

const pem = KEYS.rsa.publicKey.export({ format: "pem", type: "spki" });
const der = KEYS.rsa.publicKey.export({ format: "der", type: "spki" });

const algorithm: readonly Attack[] = [
  { name: "ES256, which is allowed", token: GOOD, want: "accepted" },
  {
    name: "EdDSA, which is allowed",
    token: forgeToken({ alg: "EdDSA", typ: "at+jwt" }, CLAIMS.accessToken, KEYS.ed.privateKey),
    options: { key: edJwk },
    want: "accepted",
  },
  ...each(["none", "None", "NONE", "nOnE", " none", "none\0", "ｎｏｎｅ", ""], (alg, name) => ({
    name: `none as ${name}, unsigned`,
    token: `${encodePart({ alg, typ: "at+jwt" })}.${P}.`,
    want: "algorithm_not_allowed",
  })),
  ...each([null, 0, true, [], ["ES256"], ["none"], { alg: "ES256" }], (alg, name) =>
    header({ alg }, "algorithm_not_allowed", `an alg that is no string: ${name}`),
  ),
  header({ alg: undefined }, "algorithm_not_allowed", "no alg"),
  ...each(["es256", "ES256K", "ES384", "Ed25519", "RS256", "HS256", "PS256", "ML-DSA-44", "dir"], (alg, name) =>
    header({ alg }, "algorithm_not_allowed", `${name}, which the library may know and the policy does not`),
  ),
  ...each(["constructor", "__proto__", "toString", "length", "0"], (alg, name) =>
    header({ alg }, "algorithm_not_allowed", `a name of every object or list: ${name}`),
  ),
  ...[
    { form: "PEM", secret: Buffer.from(pem), key: pem },
    { form: "PEM bytes", secret: Buffer.from(pem), key: new Uint8Array(Buffer.from(pem)) },
    { form: "DER", secret: der, key: new Uint8Array(der) },
    { form: "JWK", secret: Buffer.from(JSON.stringify(rsaJwk)), key: rsaJwk },
    { form: "JWK text", secret: Buffer.from(JSON.stringify(rsaJwk)), key: Buffer.from(JSON.stringify(rsaJwk)) },
    { form: "key object", secret: der, key: KEYS.rsa.publicKey },
  ].map(
    ({ form, secret, key }): Attack => ({
      name: `HMAC by the public RSA key, given as ${form}`,
      kind: "several",
      token: forgeToken(HEADERS.several, CLAIMS.several, new Uint8Array(secret)),
      options: { key },
      want: "invalid_key",
    }),
  ),
  {
    name: "HMAC by the public RSA key of a JWK Set",
    kind: "several",
    token: forgeToken(HEADERS.several, CLAIMS.several, new Uint8Array(der)),
    options: { key: { keys: [rsaJwk] } },
    want: "key_not_found",
  },
  {
    name: "PS256 on a signature of RS256",
    kind: "several",
    token: forgeToken({ ...HEADERS.several, alg: "PS256" }, CLAIMS.several, KEYS.rsa.privateKey),
    options: { key: rsaJwk },
    want: "invalid_signature",
  },
];

const headers: readonly Attack[] = [
  ...each(
    [[], ["exp"], ["b64"], ["alg"], ["crit"], null, "exp", {}, [1], [""], ["exp", "exp"], 0, false],
    (crit, name) => header({ crit }, "malformed_token", `crit ${name}`),
  ),
  header({ crit: ["b64"], b64: false }, "malformed_token", "b64 false, stated critical"),
  ...each([false, true, "false", null], (b64, name) => header({ b64 }, "malformed_token", `b64 ${name}`)),
  header({ jwk: otherJwk }, "accepted", "a jwk, which is ignored"),
  {
    name: "the jwk that signed",
    token: forgeToken({ ...HEADERS.accessToken, jwk: otherJwk }, CLAIMS.accessToken, KEYS.ecOther.privateKey),
    want: "invalid_signature",
  },
  header({ jku: "https://evil.example/jwks" }, "accepted", "a jku, which is not followed"),
  header({ x5u: "file:///etc/passwd" }, "accepted", "an x5u, which is not followed"),
  header({ x5c: ["MIIB"], x5t: "AAAA", "x5t#S256": "AAAA" }, "accepted", "x5c and x5t, which are not read"),
  ...each(
    [
      "../../../../etc/passwd",
      "' OR '1'='1",
      "k1'; DROP TABLE keys; --",
      "k1\0",
      "K1",
      "__proto__",
      "constructor",
      "",
      "|id",
      "file:///dev/null",
      "k".repeat(3000),
    ],
    (kid, name): Attack => ({
      name: `kid ${name}`,
      token: make("accessToken", { kid }),
      options: { key: { keys: [{ ...jwk, kid: "k1" }] } },
      want: "key_not_found",
    }),
  ),
  {
    name: "a kid of 10 kB, where that fits",
    kind: "long",
    token: make("long", { kid: "k".repeat(10_000) }),
    options: { key: { keys: [{ ...jwk, kid: "k1" }] } },
    want: "key_not_found",
  },
  header({ kid: "k".repeat(10_000) }, "token_too_large", "a kid of 10 kB, where it does not fit"),
  ...each([1, null, [], {}, true], (kid, name) => header({ kid }, "malformed_token", `kid ${name}`)),
  {
    name: "two members alg",
    token: raw('{"alg":"ES256","alg":"none","typ":"at+jwt"}', CLAIMS.accessToken),
    want: "malformed_token",
  },
  {
    name: "two members alg, one of them escaped",
    token: raw('{"alg":"ES256","\\u0061\\u006cg":"ES256","typ":"at+jwt"}', CLAIMS.accessToken),
    want: "malformed_token",
  },
  {
    name: "alg on the prototype only",
    token: raw('{"__proto__":{"alg":"ES256","typ":"at+jwt"}}', CLAIMS.accessToken),
    want: "algorithm_not_allowed",
  },
  {
    name: "typ on the prototype only",
    token: raw('{"alg":"ES256","__proto__":{"typ":"at+jwt"}}', CLAIMS.accessToken),
    want: "type_mismatch",
  },
  ...each(["at+jwt", "AT+JWT", "At+Jwt", "application/at+jwt", "APPLICATION/at+JWT"], (typ, name) =>
    header({ typ }, "accepted", `typ ${name}`),
  ),
  ...each(
    [
      "JWT",
      "jwt",
      "service+jwt",
      "at+jwt ",
      " at+jwt",
      "at+jwt\0",
      "at-jwt",
      "text/at+jwt",
      "application/application/at+jwt",
      "at+jwt;x=y",
      "at+\u212Awt",
      "",
      null,
      1,
      ["at+jwt"],
      { typ: "at+jwt" },
    ],
    (typ, name) => header({ typ }, "type_mismatch", `typ ${name}`),
  ),
  header({ typ: undefined }, "type_mismatch", "no typ"),
  {
    name: "no typ, which an ID token need not have",
    kind: "idToken",
    token: make("idToken", { typ: undefined }),
    options: { audience: "web" },
    want: "accepted",
  },
];

const KINDS = ["accessToken", "idToken", "serviceToken", "githubActionsToken"] as const;
/** All keys of the organization in one set, as a careless consumer would hold them. */
const allKeys = { keys: [jwk, rsaJwk, edJwk, { kty: "oct", k: encodePart(SECRET) }] };
const otherKinds: readonly Attack[] = KINDS.flatMap((given) =>
  KINDS.map((kind): Attack => {
    const isSameAlgorithm = HEADERS[given].alg === HEADERS[kind].alg;
    const refusal = isSameAlgorithm ? "type_mismatch" : "algorithm_not_allowed";
    return {
      name: `a token ${given} given to the verify of ${kind}`,
      kind,
      token: make(given),
      options: { key: allKeys },
      want: given === kind ? "accepted" : refusal,
    };
  }),
).concat(
  (["long", "strip"] as const).map(
    (given): Attack => ({
      name: `a token ${given} given to the verify of exact, which differs by its audience only`,
      kind: "exact",
      token: make(given),
      want: "audience_mismatch",
    }),
  ),
  {
    name: "an ID token dressed up as an access token, by its typ",
    token: forgeToken(HEADERS.accessToken, { ...CLAIMS.idToken, aud: API }, KEYS.ec.privateKey),
    want: "invalid_claims",
  },
);

const form: readonly Attack[] = [
  ...each([1, 2, 4, 6, 7], (parts, name) => ({
    name: `${name} parts`,
    token: [H, P, S, S, S, S, S].slice(0, parts).join("."),
    want: "malformed_token",
  })),
  { name: "5 parts", token: [H, P, S, S, S].join("."), want: "encrypted_token" },
  { name: "5 empty parts", token: "....", want: "encrypted_token" },
  { name: "3 empty parts", token: "..", want: "malformed_token" },
  { name: "nothing", token: "", want: "malformed_token" },
  {
    name: "flattened JSON serialization",
    token: JSON.stringify({ protected: H, payload: P, signature: S }),
    want: "malformed_token",
  },
  {
    name: "general JSON serialization",
    token: JSON.stringify({ payload: P, signatures: [{ protected: H, signature: S }] }),
    want: "malformed_token",
  },
  ...[`${H}=.${P}.${S}`, `${H}.${P}=.${S}`, `${GOOD}==`].map(
    (token, at): Attack => ({ name: `padding after part ${at + 1}`, token, want: "malformed_token" }),
  ),
  ...each([" ", "\n", "\t", "\r\n", "\0", "\u00a0", "\u200b", "\ufeff"], (space, name) => ({
    name: `${name} before the token`,
    token: `${space}${GOOD}`,
    want: "malformed_token",
  })),
  ...each([" ", "\n", "\0", "\u2028"], (space, name) => ({
    name: `${name} after the token`,
    token: `${GOOD}${space}`,
    want: "malformed_token",
  })),
  ...[H, P, S].map(
    (part, at): Attack => ({
      name: `a line feed inside part ${at + 1}`,
      token: [H, P, S].with(at, `${part.slice(0, 4)}\n${part.slice(4)}`).join("."),
      want: "malformed_token",
    }),
  ),
  { name: "the standard alphabet", token: `${H}.${P}.${S.slice(0, 4)}+/${S.slice(6)}`, want: "malformed_token" },
  ...[P, S].map(
    (part, at): Attack => ({
      name: `stray bits in the last character of part ${at + 2}`,
      token: [H, P, S].with(at + 1, withStrayBits(part)).join("."),
      want: "malformed_token",
    }),
  ),
  { name: "a letter of full width", token: GOOD.replace(/.$/, "Ａ"), want: "malformed_token" },
  { name: "a lone surrogate", token: `${GOOD}\ud800`, want: "malformed_token" },
  {
    name: "a byte order mark in the header",
    token: raw(`\ufeff${JSON.stringify(HEADERS.accessToken)}`, CLAIMS.accessToken),
    want: "malformed_token",
  },
  {
    name: "a byte order mark in the payload",
    token: raw(HEADERS.accessToken, `\ufeff${JSON.stringify(CLAIMS.accessToken)}`),
    want: "malformed_token",
  },
  ...[[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]].flatMap((bytes): Attack[] => {
    const hex = Buffer.from(bytes).toString("hex");
    const spoil = (part: object) =>
      Buffer.concat([Buffer.from(JSON.stringify(part).replace(/}$/, ',"x":"')), Buffer.from(bytes), Buffer.from('"}')]);
    return [
      {
        name: `invalid UTF-8 ${hex} in the header`,
        token: raw(spoil(HEADERS.accessToken), CLAIMS.accessToken),
        want: "malformed_token",
      },
      {
        name: `invalid UTF-8 ${hex} in the payload`,
        token: raw(HEADERS.accessToken, spoil(CLAIMS.accessToken)),
        want: "malformed_token",
      },
    ];
  }),
  {
    name: "UTF-16",
    token: raw(HEADERS.accessToken, Buffer.from(JSON.stringify(CLAIMS.accessToken), "utf16le")),
    want: "malformed_token",
  },
  ...[
    undefined,
    null,
    1,
    true,
    1n,
    Symbol("token"),
    {},
    [GOOD],
    new String(GOOD),
    Buffer.from(GOOD),
    () => GOOD,
    { toString: () => GOOD },
  ].map((token, at): Attack => ({ name: `no string: ${typeof token} (${at})`, token, want: "malformed_token" })),
  { name: "Bearer before the token", token: `Bearer ${GOOD}`, want: "malformed_token" },
];

/** The text with an unused bit of its last character set: other text, same bytes to a lenient decoder. */
function withStrayBits(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // A part of whole groups of four has no unused bits: it is made one character longer than its bytes need.
  const base = text.length % 4 === 0 ? text.slice(0, -1) : text;
  return base.slice(0, -1) + alphabet.charAt(alphabet.indexOf(base.charAt(base.length - 1)) | 1);
}

const bad = (name: string, signature: Uint8Array): Attack => ({
  name,
  token: `${H}.${P}.${encodePart(signature)}`,
  want: "invalid_signature",
});
const ORDER = Buffer.from("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", "hex");
const R = SIGNATURE.subarray(0, 32);
const signature: readonly Attack[] = [
  bad("none", new Uint8Array(0)),
  bad("truncated by a byte", SIGNATURE.subarray(0, 63)),
  bad("the half of it", R),
  bad("extended by a byte", Buffer.concat([SIGNATURE, Buffer.alloc(1)])),
  bad("with a byte before it", Buffer.concat([Buffer.alloc(1), SIGNATURE])),
  bad("twice", Buffer.concat([SIGNATURE, SIGNATURE])),
  bad("in DER", toDer(SIGNATURE)),
  bad("r and s zero", new Uint8Array(64)),
  bad("r zero", Buffer.concat([Buffer.alloc(32), SIGNATURE.subarray(32)])),
  bad("s zero", Buffer.concat([R, Buffer.alloc(32)])),
  bad("r and s the order of the curve", Buffer.concat([ORDER, ORDER])),
  bad("r of the order of the curve, s one", Buffer.concat([ORDER, Buffer.alloc(31), Buffer.from([1])])),
  bad("r and s exchanged", Buffer.concat([SIGNATURE.subarray(32), R])),
  bad("in hexadecimal", Buffer.from(SIGNATURE.toString("hex"))),
  bad("random", Buffer.alloc(64, 0x5a)),
  {
    name: "by another key",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.ecOther.privateKey),
    want: "invalid_signature",
  },
  {
    name: "by another curve",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.ec384.privateKey),
    want: "invalid_signature",
  },
  {
    name: "by another type of key",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.rsa.privateKey),
    want: "invalid_signature",
  },
  { name: "against a key of another curve", token: GOOD, options: { key: KEYS.ec384.publicKey }, want: "invalid_key" },
  { name: "against a key of another type", token: GOOD, options: { key: KEYS.rsa.publicKey }, want: "invalid_key" },
  {
    name: "against an EdDSA key, which the policy allows too",
    token: GOOD,
    options: { key: edJwk },
    want: "invalid_key",
  },
  {
    name: "of another payload",
    token: `${H}.${encodePart({ ...CLAIMS.accessToken, [ROLE]: "admin" })}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "of another header",
    token: `${encodePart({ ...HEADERS.accessToken, kid: "x" })}.${P}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "of the same claims in another order",
    token: `${H}.${encodePart(Object.fromEntries(Object.entries(CLAIMS.accessToken).reverse()))}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "before anything that the payload says",
    token: `${H}.${encodePart("no JSON")}.${S}`,
    want: "invalid_signature",
  },
];

/** The two integers of a signature as a DER sequence. */
function toDer(plain: Buffer): Buffer {
  const integer = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, positive.length]), positive]);
  };
  const body = Buffer.concat([integer(plain.subarray(0, 32)), integer(plain.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

const nested = (levels: number) => `"x":${"[".repeat(levels)}${"]".repeat(levels)}`;
const payload: readonly Attack[] = [
  ...["[]", "null", "1", '"x"', "", "{", "true", "{}x", "{'a':1}", "{,}", "NaN", '{"exp":1e}'].map(
    (text): Attack => ({ name: JSON.stringify(text), token: raw(HEADERS.accessToken, text), want: "malformed_token" }),
  ),
  { name: "no member at all", token: raw(HEADERS.accessToken, "{}"), want: "invalid_claims" },
  { name: "two members sub", token: rawClaims('"sub":"root"'), want: "malformed_token" },
  { name: "two members sub, one of them escaped", token: rawClaims('"\\u0073ub":"root"'), want: "malformed_token" },
  {
    name: "two members deep in an undeclared claim",
    token: rawClaims('"x":[{"y":{"a":1,"a":1}}]'),
    want: "malformed_token",
  },
  { name: "two members __proto__", token: rawClaims('"__proto__":1,"__proto__":2'), want: "malformed_token" },
  { name: "10 000 levels of lists", kind: "long", token: rawClaims(nested(10_000), "long"), want: "malformed_token" },
  {
    name: "10 000 levels of objects",
    kind: "long",
    token: rawClaims(`"x":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "long"),
    want: "malformed_token",
  },
  {
    name: "300 000 levels that never end",
    kind: "long",
    token: rawClaims(`"x":${"[".repeat(300_000)}`, "long"),
    want: "malformed_token",
  },
  { name: "100 levels", kind: "long", token: rawClaims(nested(100), "long"), want: "accepted" },
  {
    name: "a million of digits",
    kind: "long",
    token: rawClaims(`"x":${"9".repeat(500_000)}`, "long"),
    want: "accepted",
  },
  {
    name: "30 000 undeclared claims",
    kind: "long",
    token: rawClaims(Array.from({ length: 30_000 }, (_, at) => `"c${at}":1`).join(","), "long"),
    want: "accepted",
  },
  { name: "a member __proto__, undeclared", token: rawClaims('"__proto__":{"sub":"root"}'), want: "accepted" },
  {
    name: "a member __proto__ where undeclared claims are refused",
    kind: "serviceToken",
    token: rawClaims('"__proto__":{}', "serviceToken"),
    want: "invalid_claims",
  },
  ...each(
    ["constructor", "toString", "hasOwnProperty", "valueOf"],
    (name): Attack => ({
      name: `a member ${name} where undeclared claims are refused`,
      kind: "serviceToken",
      token: make("serviceToken", {}, { [name]: 1 }),
      want: "invalid_claims",
    }),
  ),
  claims({ constructor: 1, toString: null, hasOwnProperty: false, valueOf: "x" }, "accepted", "names of every object"),
  ...["iss", "sub", "aud", "exp", "client_id", ROLE].map((name): Attack => {
    const { [name]: value, ...rest } = CLAIMS.accessToken;
    const text = JSON.stringify(rest).replace(/}$/, `,"__proto__":${JSON.stringify({ [name]: value })}}`);
    const codes: Record<string, string> = { iss: "issuer_mismatch", aud: "audience_mismatch" };
    return {
      name: `${name} on the prototype only`,
      token: raw(HEADERS.accessToken, text),
      want: codes[name] ?? "invalid_claims",
    };
  }),
  {
    name: "tenant.id on the prototype only",
    token: rawClaims("").includes(".")
      ? raw(
          HEADERS.accessToken,
          JSON.stringify({ ...CLAIMS.accessToken, [TENANT]: undefined }).replace(
            /}$/,
            `,${JSON.stringify(TENANT)}:{"plan":"team","__proto__":{"id":"3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01"}}}`,
          ),
        )
      : "",
    want: "invalid_claims",
  },
  { name: "lone surrogates in a claim", token: rawClaims('"x":"\\ud800","\\udfff":1'), want: "accepted" },
  { name: "lone surrogates in the subject", token: rawClaims('"acr":"\\udc00\\ud800"'), want: "accepted" },
  claims({ [ROLE]: "root" }, "invalid_claims", "a role outside the enum"),
  claims({ [ROLE]: ["member"] }, "invalid_claims", "a role in a list"),
  claims({ [ROLE]: { toString: "member" } }, "invalid_claims", "a role in an object"),
  claims({ sub: undefined }, "invalid_claims", "no sub"),
  claims({ [TENANT]: { id: "no uuid", plan: "team" } }, "invalid_claims", "a format that is not kept"),
  claims({ email_verified: "true" }, "invalid_claims", "a boolean as text"),
  {
    name: "an undeclared claim in the object of a oneOf, where it is refused",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [JOB]: { kind: "invoice", invoice: "i", month: "2025-01" } }),
    want: "invalid_claims",
  },
  {
    name: "a misspelt claim, where undeclared ones are refused",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [VERSION]: undefined, version: 1 }),
    want: "invalid_claims",
  },
  {
    name: "another version than the constant",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [VERSION]: 2 }),
    want: "invalid_claims",
  },
];

// The tolerance of an access token is 30 seconds; the kind `strip` has none.
const plainTime = (members: object, want: string, name: string, options: object = {}): Attack => ({
  name: `${name}, no tolerance`,
  kind: "strip",
  token: make("strip", {}, members),
  options,
  want,
});
const time: readonly Attack[] = [
  plainTime({ exp: NOW + 1 }, "accepted", "exp in a second"),
  plainTime({ exp: NOW }, "expired", "exp now"),
  plainTime({ exp: NOW - 1 }, "expired", "exp a second ago"),
  plainTime({ exp: NOW + 0.5 }, "accepted", "exp in half a second"),
  plainTime({ exp: NOW - 0.5 }, "expired", "exp half a second ago"),
  plainTime({ exp: NOW - 4 }, "accepted", "exp 4 seconds ago, 5 seconds by the call", { clockTolerance: "5s" }),
  plainTime({ exp: NOW - 5 }, "expired", "exp 5 seconds ago, 5 seconds by the call", { clockTolerance: "5s" }),
  plainTime({ nbf: NOW }, "accepted", "nbf now"),
  plainTime({ nbf: NOW + 1 }, "not_yet_valid", "nbf in a second"),
  plainTime({ iat: NOW + 60, exp: NOW + 600 }, "accepted", "iat 60 seconds ahead"),
  plainTime({ iat: NOW + 61, exp: NOW + 600 }, "not_yet_valid", "iat 61 seconds ahead"),
  plainTime({ iat: undefined, exp: NOW + 900 }, "accepted", "no iat, exp one lifetime ahead"),
  plainTime({ iat: undefined, exp: NOW + 901 }, "lifetime_exceeded", "no iat, exp further ahead"),
  claims({ exp: NOW - 29 }, "accepted", "exp 29 seconds ago"),
  claims({ exp: NOW - 30 }, "expired", "exp 30 seconds ago"),
  claims({ exp: NOW - 29 }, "expired", "exp 29 seconds ago, no tolerance by the call", { clockTolerance: "0s" }),
  claims({ exp: NOW - 299, iat: NOW - 400 }, "accepted", "exp 299 seconds ago, 5 minutes by the call", {
    clockTolerance: "5m",
  }),
  claims({ exp: NOW - 300, iat: NOW - 400 }, "expired", "exp 300 seconds ago, 5 minutes by the call", {
    clockTolerance: "5m",
  }),
  claims({}, "invalid_option", "a tolerance over 5 minutes", { clockTolerance: "301s" }),
  claims({}, "invalid_option", "a tolerance without its unit", { clockTolerance: 30 }),
  claims({ nbf: NOW + 30 }, "accepted", "nbf in 30 seconds"),
  claims({ nbf: NOW + 31 }, "not_yet_valid", "nbf in 31 seconds"),
  claims({ iat: NOW + 60 }, "accepted", "iat 60 seconds ahead"),
  claims({ iat: NOW + 61 }, "not_yet_valid", "iat 61 seconds ahead"),
  claims({ iat: NOW + 120 }, "accepted", "iat 120 seconds ahead, as much by the call", { clockTolerance: "120s" }),
  claims({ iat: NOW + 121 }, "not_yet_valid", "iat 121 seconds ahead, less by the call", { clockTolerance: "120s" }),
  claims({ exp: NOW + 900 }, "accepted", "exactly the lifetime"),
  claims({ exp: NOW + 901 }, "lifetime_exceeded", "one second over the lifetime"),
  claims({ iat: NOW - 301 }, "lifetime_exceeded", "over the lifetime by an early iat"),
  claims({ exp: NOW * 1000 }, "lifetime_exceeded", "exp in milliseconds"),
  claims({ iat: NOW * 1000, exp: NOW * 1000 + 60 }, "not_yet_valid", "all times in milliseconds"),
  claims({ exp: -1 }, "expired", "exp negative"),
  claims({ exp: 0 }, "expired", "exp zero"),
  claims({ iat: -1 }, "lifetime_exceeded", "iat negative"),
  claims({ exp: 1e300 }, "lifetime_exceeded", "exp beyond all time"),
  ...each(["exp", "nbf", "iat"], (name) => ({
    name: `${name} infinite`,
    token: raw(
      HEADERS.accessToken,
      JSON.stringify({ ...CLAIMS.accessToken, [name]: undefined }).replace(/}$/, `,"${name}":1e999}`),
    ),
    want: "invalid_claims",
  })),
  ...["exp", "nbf", "iat"].flatMap((name) =>
    each([String(NOW + 60), "", null, true, [NOW + 60], { $gt: 0 }, "2030-01-01T00:00:00Z"], (value, text) =>
      claims({ [name]: value }, "invalid_claims", `${name} ${text}`),
    ),
  ),
  claims({ exp: undefined }, "invalid_claims", "no exp"),
  {
    name: "no exp, where nothing else is wrong",
    kind: "strip",
    token: make("strip", {}, { exp: undefined }),
    want: "invalid_claims",
  },
  ...each([null, "", "now", -1, NOW * 1000, "NaN"], (now, text) =>
    claims({}, "invalid_option", `now ${text}`, { now }),
  ),
];

const parties: readonly Attack[] = [
  ...each(
    [
      "https://AUTH.acme.example",
      `${ISSUER}/`,
      "https://auth.acme",
      `${ISSUER}.evil.example`,
      `${ISSUER}:443`,
      "HTTPS://auth.acme.example",
      `${ISSUER}?`,
      `${ISSUER}#`,
      ` ${ISSUER}`,
      `${ISSUER}\0`,
      "",
      "https://аuth.acme.example",
    ],
    (iss, name) => claims({ iss }, "issuer_mismatch", `iss ${name}`),
  ),
  ...each([[ISSUER], null, 1, {}, true, { toString: ISSUER }], (iss, name) =>
    claims({ iss }, "issuer_mismatch", `iss ${name}`),
  ),
  claims({ iss: undefined }, "issuer_mismatch", "no iss"),
  ...each(
    [
      "https://API.acme.example",
      `${API}/`,
      `${API}/v1`,
      "https://api",
      `${API}.evil.example`,
      ` ${API}`,
      "",
      "*",
      [],
      [`${API}/`],
      ["other"],
    ],
    (aud, name) => claims({ aud }, "audience_mismatch", `aud ${name}`),
  ),
  ...each([null, 1, {}, true, { 0: API, length: 1 }, [[API]], [API, 1], [API, null]], (aud, name) =>
    claims({ aud }, "audience_mismatch", `aud ${name}`),
  ),
  claims({ aud: undefined }, "audience_mismatch", "no aud"),
  claims({ aud: [API] }, "accepted", "aud in a list"),
  claims({ aud: ["other", API] }, "accepted", "aud in a list, second"),
  claims({ aud: "https://reports.acme.example" }, "accepted", "another audience of the policy"),
  claims(
    { aud: "https://reports.acme.example" },
    "audience_mismatch",
    "another audience of the policy than the call demands",
    { audience: API },
  ),
  claims({ aud: "other" }, "audience_mismatch", "an audience that the call demands and the policy lacks", {
    audience: "other",
  }),
  claims({ iss: "other" }, "issuer_mismatch", "an issuer that the call demands and the policy lacks", {
    issuer: "other",
  }),
  ...each([null, "", [], [""], [API, ""], 1, {}], (audience, name) =>
    claims({}, "invalid_option", `option audience ${name}`, { audience }),
  ),
  claims({}, "invalid_option", "option audience present and undefined", { audience: undefined }),
  claims({}, "invalid_option", "option issuer present and undefined", { issuer: undefined }),
];

/** A token of exactly so many bytes: a claim of text makes up the length, a header member the rest. */
function ofLength(length: number, kind: Kind): string {
  for (let pad = 0; pad < 4; pad++) {
    for (let fill = 0; ; fill++) {
      const token = make(kind, { pad: "x".repeat(pad) }, { fill: "x".repeat(fill) });
      if (token.length === length) return token;
      if (token.length > length) break;
    }
  }
  throw new TypeError(`There is no token of ${length} bytes.`);
}

const size: readonly Attack[] = [
  { name: "exactly the limit", kind: "exact", token: ofLength(400, "exact"), want: "accepted" },
  { name: "one over the limit", kind: "exact", token: ofLength(401, "exact"), want: "token_too_large" },
  { name: "1 MB, valid", token: make("accessToken", {}, { x: "x".repeat(1_000_000) }), want: "token_too_large" },
  { name: "1 MB of dots", token: ".".repeat(1_000_000), want: "token_too_large" },
  { name: "1 MB of dots, where that fits", kind: "long", token: ".".repeat(1_000_000), want: "malformed_token" },
  { name: "1 MB of letters, where that fits", kind: "long", token: "A".repeat(1_000_000), want: "malformed_token" },
  {
    name: "1 MB of spaces, where that fits",
    kind: "long",
    token: `${H}.${" ".repeat(1_000_000)}.${S}`,
    want: "malformed_token",
  },
  {
    name: "1 MB of backslashes in a header, where that fits",
    kind: "long",
    token: `${encodePart(`{"a":"${"\\".repeat(700_000)}"}`)}.${P}.${S}`,
    want: "malformed_token",
  },
  {
    name: "1 MB of quotes in a header, where that fits",
    kind: "long",
    token: `${encodePart('"'.repeat(700_000))}.${P}.${S}`,
    want: "malformed_token",
  },
  {
    name: "700 kB, valid, where that fits",
    kind: "long",
    token: make("long", {}, { x: "x".repeat(700_000) }),
    want: "accepted",
  },
  {
    name: "over the largest limit there is",
    kind: "long",
    token: make("long", {}, { x: "x".repeat(800_000) }),
    want: "token_too_large",
  },
  {
    name: "a text of astral characters, whose bytes are more than its length",
    token: "😀".repeat(5000),
    want: "token_too_large",
  },
];

const keyed = (
  name: string,
  key: unknown,
  want: string,
  token: unknown = GOOD,
  kind: Kind = "accessToken",
): Attack => ({
  name,
  kind,
  token,
  options: { key },
  want,
});
const service = make("serviceToken");
const byWeak = forgeToken(HEADERS.githubActionsToken, CLAIMS.githubActionsToken, KEYS.rsaWeak.privateKey);
const withKid = make("accessToken", { kid: "k1" });
const keys: readonly Attack[] = [
  ...(
    [undefined, null, "", 0, {}, [], "secret", new Uint8Array(0), { keys: {} }, { kty: "EC" }, Symbol("key")] as const
  ).map((key, at) => keyed(`nonsense: ${typeof key} (${at})`, key, "invalid_key")),
  keyed("an empty secret", new Uint8Array(0), "invalid_key", service, "serviceToken"),
  keyed(
    "a secret of 31 bytes",
    SECRET.slice(0, 31),
    "invalid_key",
    forgeToken(HEADERS.serviceToken, CLAIMS.serviceToken, SECRET.slice(0, 31)),
    "serviceToken",
  ),
  keyed(
    "a secret of 32 bytes",
    SECRET.slice(0, 32),
    "accepted",
    forgeToken(HEADERS.serviceToken, CLAIMS.serviceToken, SECRET.slice(0, 32)),
    "serviceToken",
  ),
  keyed("a short secret in a JWK", { kty: "oct", k: "c2VjcmV0" }, "invalid_key", service, "serviceToken"),
  keyed("an empty secret in a JWK", { kty: "oct", k: "" }, "invalid_key", service, "serviceToken"),
  keyed("a secret as text", Buffer.from(SECRET).toString("latin1"), "invalid_key", service, "serviceToken"),
  keyed("RSA of 1024 bits", KEYS.rsaWeak.publicKey, "invalid_key", byWeak, "githubActionsToken"),
  keyed(
    "RSA of 1024 bits in a JWK",
    KEYS.rsaWeak.publicKey.export({ format: "jwk" }),
    "invalid_key",
    byWeak,
    "githubActionsToken",
  ),
  keyed(
    "RSA of 1024 bits in a JWK Set",
    { keys: [KEYS.rsaWeak.publicKey.export({ format: "jwk" })] },
    "invalid_key",
    byWeak,
    "githubActionsToken",
  ),
  keyed(
    "RSA of 1024 bits in PEM",
    KEYS.rsaWeak.publicKey.export({ format: "pem", type: "spki" }),
    "invalid_key",
    byWeak,
    "githubActionsToken",
  ),
  keyed("RSA with exponent 1", { ...rsaJwk, e: "AQ" }, "invalid_key", make("githubActionsToken"), "githubActionsToken"),
  keyed("a private key object", KEYS.ec.privateKey, "invalid_key"),
  keyed("a private JWK", KEYS.ec.privateKey.export({ format: "jwk" }), "invalid_key"),
  keyed("a private key in PEM", KEYS.ec.privateKey.export({ format: "pem", type: "pkcs8" }), "invalid_key"),
  keyed("a private JWK in a set", { keys: [KEYS.ec.privateKey.export({ format: "jwk" })] }, "invalid_key"),
  keyed("a private key by a resolver", () => KEYS.ec.privateKey, "invalid_key"),
  keyed("a JWK for encrypting", { ...jwk, use: "enc" }, "invalid_key"),
  keyed("a JWK whose key_ops say sign", { ...jwk, key_ops: ["sign"] }, "invalid_key"),
  keyed("a JWK whose key_ops are no list", { ...jwk, key_ops: "verify" }, "invalid_key"),
  keyed("a JWK of another alg", { ...jwk, alg: "ES384" }, "invalid_key"),
  keyed("a JWK whose alg is no string", { ...jwk, alg: ["ES256"] }, "invalid_key"),
  keyed("a JWK whose point is not on its curve", { ...jwk, y: jwk.x }, "invalid_key"),
  keyed("a JWK with standard base64", { ...jwk, x: `${jwk.x?.slice(0, -2)}+/` }, "invalid_key"),
  keyed("a JWK for verifying", { ...jwk, use: "sig", key_ops: ["verify"], alg: "ES256", kid: "any" }, "accepted"),
  keyed("a public key in PEM", KEYS.ec.publicKey.export({ format: "pem", type: "spki" }), "accepted"),
  keyed("a JWK Set without kid", { keys: [jwk] }, "accepted"),
  keyed("a JWK Set without kid, of several keys", { keys: [otherJwk, edJwk, rsaJwk, jwk] }, "accepted"),
  keyed("a JWK Set without kid, and a token with one", { keys: [jwk] }, "key_not_found", withKid),
  keyed(
    "a JWK Set with two of one kid",
    {
      keys: [
        { ...otherJwk, kid: "k1" },
        { ...jwk, kid: "k1" },
      ],
    },
    "accepted",
    withKid,
  ),
  keyed(
    "a JWK Set with two of one kid, both wrong",
    {
      keys: [
        { ...otherJwk, kid: "k1" },
        { ...otherJwk, kid: "k1" },
      ],
    },
    "invalid_signature",
    withKid,
  ),
  keyed(
    "a JWK Set with unknown types beside the right key",
    { keys: [{ kty: "AKP", kid: "k1" }, { kty: "XYZ" }, null, 7, { ...jwk, kid: "k1" }] },
    "accepted",
    withKid,
  ),
  keyed("a JWK Set with unknown types only", { keys: [{ kty: "AKP" }, { kty: "XYZ" }] }, "key_not_found"),
  keyed("a JWK Set whose right key is for encrypting", { keys: [{ ...jwk, use: "enc" }] }, "key_not_found"),
  keyed("a JWK Set with the right key under another kid", { keys: [{ ...jwk, kid: "k2" }] }, "key_not_found", withKid),
  keyed("an empty JWK Set", { keys: [] }, "key_not_found"),
  keyed("a JWK Set that is none", { keys: "k1" }, "invalid_key"),
  keyed("a JWK Set with the key on its prototype", Object.create({ keys: [jwk] }), "invalid_key"),
  keyed("a resolver that fails", () => Promise.reject(new TypeError("fetch failed")), "jwks_unavailable"),
  keyed("a resolver that finds nothing", () => null, "key_not_found"),
];

/** The values that verify is attacked with, by the items of the list. */
const tables: Readonly<Record<string, readonly Attack[]>> = {
  algorithm,
  header: headers,
  "token of another kind": otherKinds,
  form,
  signature,
  payload,
  time,
  "issuer and audience": parties,
  size,
  keys,
};

let sample: GeneratedPackage;
let extra: GeneratedPackage;

beforeAll(async () => {
  sample = await installProject(path.join(REPOSITORY, "claims.config.json"));
  extra = await installPackage(EXTRA.config, EXTRA.schemas);
});
afterAll(async () => {
  await sample?.remove();
  await extra?.remove();
});

const packageOf = (kind: Kind) => (Object.hasOwn(EXTRA.config.tokens, kind) ? extra : sample);

for (const [subject, attacks] of Object.entries(tables)) {
  describe(`a generated verify, attacked by its ${subject}`, () => {
    it.each(attacks)("answers $want to: $name", async ({ kind = "accessToken", token, options, want }) => {
      const verify = packageOf(kind).verify(kind);
      const outcome = await outcomeOf(() => verify(token, { key: PUBLIC[kind], now: NOW, ...options }));
      expect(outcome.code).toBe(want);
      expect(Object.hasOwn(outcome, "issues")).toBe(want === "invalid_claims");
      if (typeof token === "string" && token.length > 40) expect(outcome.message).not.toContain(token.slice(-20));
    });
  });
}

describe("a generated verify, attacked", () => {
  it("is held to at least 150 cases", () => {
    expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(150);
  });

  it("answers to a token of a megabyte in the time of a few validations", async () => {
    const long = size.filter(({ token }) => typeof token === "string" && token.length > 500_000);
    const start = performance.now();
    for (const { kind = "accessToken", token } of long) {
      await outcomeOf(() => packageOf(kind).verify(kind)(token, { key: PUBLIC[kind], now: NOW }));
    }
    expect((performance.now() - start) / long.length).toBeLessThan(500);
  });

  it("leaves Object.prototype as it was", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { claims: got } = await sample.verify("accessToken")(
      rawClaims('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      { key: PUBLIC.accessToken, now: NOW },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
  });

  it("strips undeclared claims at every depth, and no declared one", async () => {
    const token = rawClaims('"__proto__":{"a":1},"constructor":1,"org":{"id":"o","__proto__":1,"x":1}', "strip");
    const { claims: got } = await extra.verify("strip")(token, { key: PUBLIC.strip, now: NOW });
    expect(got).toEqual({ ...CLAIMS.strip, org: { id: "o" } });
    expect(Object.keys(got)).toEqual([...Object.keys(CLAIMS.strip), "org"]);
  });
});

interface IssueAttack {
  readonly name: string;
  readonly kind?: "accessToken" | "serviceToken";
  readonly claims?: unknown;
  readonly options?: object;
  readonly want: string;
  /** The first issue: its code, and the claim that it is about. */
  readonly issue?: readonly [code: string, claim: string];
}

const INPUT = {
  aud: API,
  sub: "u1",
  client_id: "web",
  [ROLE]: "member",
  [TENANT]: { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team" },
};
const SERVICE_INPUT = {
  sub: "service:invoicing",
  jti: "j1",
  [VERSION]: 1,
  [JOB]: { kind: "invoice", invoice: "i1" },
};
const cycle: Record<string, unknown> = { ...INPUT };
cycle["acr"] = cycle;
const wrong = (
  name: string,
  members: object,
  code = "invalid",
  claim = Object.keys(members)[0] ?? "",
): IssueAttack => ({
  name,
  claims: { ...INPUT, ...members },
  want: "invalid_claims",
  issue: [code, claim],
});
const option = (name: string, options: object, want: string): IssueAttack => ({ name, options, want });

const issueAttacks: readonly IssueAttack[] = [
  { name: "what is proper", want: "accepted" },
  { name: "what is proper of a service", kind: "serviceToken", want: "accepted" },
  wrong("an undeclared claim", { extra: 1 }, "unknown"),
  wrong("an undeclared claim inside an object", { [TENANT]: { ...INPUT[TENANT], extra: 1 } }, "unknown"),
  {
    name: "an undeclared claim inside a alternative",
    kind: "serviceToken",
    claims: { ...SERVICE_INPUT, [JOB]: { kind: "invoice", invoice: "i", extra: 1 } },
    want: "invalid_claims",
  },
  {
    name: "an undeclared __proto__",
    claims: JSON.parse(JSON.stringify(INPUT).replace(/}$/, ',"__proto__":{"a":1}}')),
    want: "invalid_claims",
    issue: ["unknown", "__proto__"],
  },
  wrong("a wrong type", { sub: 1 }),
  wrong("a value outside the enum", { [ROLE]: "root" }),
  wrong("null", { email: null }),
  { name: "undefined, which is absent", claims: { ...INPUT, email: undefined }, want: "accepted" },
  wrong("undefined for a required claim", { sub: undefined }, "missing"),
  wrong("a Date", { auth_time: new Date() }),
  wrong("a BigInt", { auth_time: 1n }),
  wrong("a function", { acr: () => "x" }),
  wrong("a symbol", { acr: Symbol("x") }),
  wrong("NaN", { auth_time: Number.NaN }),
  wrong("infinite", { auth_time: Number.POSITIVE_INFINITY }),
  wrong(
    "a getter that throws",
    Object.defineProperty({}, "acr", { enumerable: true, get: () => Math.max(...(null as never)) }),
    "invalid",
    "acr",
  ),
  wrong("a toJSON method", { [TENANT]: { ...INPUT[TENANT], toJSON: () => ({}) } }),
  wrong("an instance of a class", { [TENANT]: new (class Tenant {})() }),
  wrong("a Map", { [TENANT]: new Map() }),
  wrong("a hole in a list", { "https://acme.example/claims/permissions": new Array(1) }),
  {
    name: "a symbol as a name",
    claims: { ...INPUT, [Symbol("x")]: 1 },
    want: "invalid_claims",
    issue: ["invalid", ""],
  },
  { name: "a cycle", claims: cycle, want: "invalid_claims", issue: ["invalid", "acr"] },
  {
    name: "a proxy that throws",
    claims: new Proxy({}, { ownKeys: () => [].at(0) as never }),
    want: "invalid_claims",
    issue: ["invalid", ""],
  },
  ...[null, undefined, 1, "x", [], () => INPUT].map(
    (value, at): IssueAttack => ({
      name: `claims that are no object (${at})`,
      claims: value,
      want: "invalid_claims",
      issue: ["invalid", ""],
    }),
  ),
  { name: "an expiry in the past", claims: { ...INPUT, exp: NOW - 1 }, want: "expired" },
  { name: "an expiry now", claims: { ...INPUT, exp: NOW }, want: "expired" },
  { name: "an expiry over the lifetime", claims: { ...INPUT, exp: NOW + 901 }, want: "lifetime_exceeded" },
  { name: "an expiry in milliseconds", claims: { ...INPUT, exp: (NOW + 60) * 1000 }, want: "lifetime_exceeded" },
  {
    name: "an expiry as text",
    claims: { ...INPUT, exp: String(NOW + 60) },
    want: "invalid_claims",
    issue: ["invalid", "exp"],
  },
  { name: "an iat of the future", claims: { ...INPUT, iat: NOW + 120 }, want: "not_yet_valid" },
  { name: "another issuer", claims: { ...INPUT, iss: "https://evil.example" }, want: "issuer_mismatch" },
  { name: "another audience", claims: { ...INPUT, aud: "https://evil.example" }, want: "audience_mismatch" },
  { name: "an empty list of audiences", claims: { ...INPUT, aud: [] }, want: "audience_mismatch" },
  option("expiresIn over the lifetime", { expiresIn: "16m" }, "lifetime_exceeded"),
  option("expiresIn of nothing", { expiresIn: "0s" }, "invalid_option"),
  option("expiresIn without its unit", { expiresIn: 60 }, "invalid_option"),
  option("notBefore that is no time", { notBefore: "soon" }, "invalid_option"),
  option("an option that does not exist", { expires: "1m" }, "invalid_option"),
  option("the header's alg", { header: { alg: "none" } }, "algorithm_not_allowed"),
  option("the header's alg, as it is", { header: { alg: "ES256" } }, "algorithm_not_allowed"),
  option("the header's typ", { header: { typ: "JWT" } }, "type_mismatch"),
  option("the header's typ, in another case", { header: { typ: "AT+JWT" } }, "accepted"),
  option("the header's kid", { header: { kid: "k1" } }, "invalid_option"),
  ...["crit", "b64", "jwk", "jku", "x5u", "x5c"].map((name) =>
    option(`the header's ${name}`, { header: { [name]: "x" } }, "invalid_option"),
  ),
  option("a header that is no object", { header: "x" }, "invalid_option"),
  option("an algorithm outside the policy", { algorithm: "ES384" }, "algorithm_not_allowed"),
  option("the algorithm none", { algorithm: "none" }, "algorithm_not_allowed"),
  option("an algorithm that the key does not fit", { algorithm: "EdDSA" }, "invalid_key"),
  option("a public key", { key: KEYS.ec.publicKey }, "invalid_key"),
  option("a public JWK", { key: jwk }, "invalid_key"),
  option("a key of another curve", { key: KEYS.ec384.privateKey }, "invalid_key"),
  option(
    "a JWK for encrypting",
    { key: { ...KEYS.ec.privateKey.export({ format: "jwk" }), use: "enc" } },
    "invalid_key",
  ),
  option("a JWK Set without the key", { key: { keys: [jwk] } }, "key_not_found"),
  { name: "a short secret", kind: "serviceToken", options: { key: SECRET.slice(0, 31) }, want: "invalid_key" },
  {
    name: "more than fits a token",
    kind: "serviceToken",
    claims: { ...SERVICE_INPUT, jti: "j".repeat(2000) },
    want: "token_too_large",
  },
];

describe("a generated issue", () => {
  it.each(issueAttacks)("answers $want to: $name", async (attack) => {
    const { kind = "accessToken", options, want, issue } = attack;
    const input = Object.hasOwn(attack, "claims") ? attack.claims : kind === "accessToken" ? INPUT : SERVICE_INPUT;
    const whole = { key: PRIVATE[kind], now: NOW, ...options };
    let token = "";
    const outcome = await outcomeOf(async () => {
      token = await sample.issue(kind)(input, whole);
    });
    expect(outcome.code).toBe(want);
    if (issue !== undefined) expect(outcome.issues?.map((one) => [one.code, one.claim])).toContainEqual(issue);
    if (want !== "accepted") return;
    const { claims: got, header: head } = await sample.verify(kind)(token, { key: PUBLIC[kind], now: NOW });
    expect(got).toMatchObject(JSON.parse(JSON.stringify(input)));
    expect(head["alg"]).toBe(HEADERS[kind].alg);
  });

  it("reads each claim once, so that what it checked is what it signs", async () => {
    let reads = 0;
    const input = Object.defineProperty({ ...INPUT }, "sub", {
      enumerable: true,
      get: () => (reads++ === 0 ? "u1" : "root"),
    });
    const token = await sample.issue("accessToken")(input, { key: PRIVATE.accessToken, now: NOW });
    const { claims: got } = await sample.verify("accessToken")(token, { key: PUBLIC.accessToken, now: NOW });
    expect(got["sub"]).toBe("u1");
    expect(reads).toBe(1);
  });
});
