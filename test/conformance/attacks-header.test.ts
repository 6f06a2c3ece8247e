import {
  API,
  type Attack,
  attackVerify,
  byHeader,
  CLAIMS,
  each,
  edJwk,
  GOOD,
  HEADERS,
  jwk,
  make,
  otherJwk,
  P,
  raw,
  rsaJwk,
  useAttacked,
} from "../support/attack-sample.js";
import { encodePart, forgeToken, KEYS, SECRET } from "../support/forge-token.js";

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
    byHeader({ alg }, "algorithm_not_allowed", `an alg that is no string: ${name}`),
  ),
  byHeader({ alg: undefined }, "algorithm_not_allowed", "no alg"),
  ...each(["es256", "ES256K", "ES384", "Ed25519", "RS256", "HS256", "PS256", "ML-DSA-44", "dir"], (alg, name) =>
    byHeader({ alg }, "algorithm_not_allowed", `${name}, which the library may know and the policy does not`),
  ),
  ...each(["constructor", "__proto__", "toString", "length", "0"], (alg, name) =>
    byHeader({ alg }, "algorithm_not_allowed", `a name of every object or list: ${name}`),
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
    (crit, name) => byHeader({ crit }, "malformed_token", `crit ${name}`),
  ),
  byHeader({ crit: ["b64"], b64: false }, "malformed_token", "b64 false, stated critical"),
  ...each([false, true, "false", null], (b64, name) => byHeader({ b64 }, "malformed_token", `b64 ${name}`)),
  byHeader({ jwk: otherJwk }, "accepted", "a jwk, which is ignored"),
  {
    name: "the jwk that signed",
    token: forgeToken({ ...HEADERS.accessToken, jwk: otherJwk }, CLAIMS.accessToken, KEYS.ecOther.privateKey),
    want: "invalid_signature",
  },
  byHeader({ jku: "https://evil.example/jwks" }, "accepted", "a jku, which is not followed"),
  byHeader({ x5u: "file:///etc/passwd" }, "accepted", "an x5u, which is not followed"),
  byHeader({ x5c: ["MIIB"], x5t: "AAAA", "x5t#S256": "AAAA" }, "accepted", "x5c and x5t, which are not read"),
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
  byHeader({ kid: "k".repeat(10_000) }, "token_too_large", "a kid of 10 kB, where it does not fit"),
  ...each([1, null, [], {}, true], (kid, name) => byHeader({ kid }, "malformed_token", `kid ${name}`)),
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
    byHeader({ typ }, "accepted", `typ ${name}`),
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
    (typ, name) => byHeader({ typ }, "type_mismatch", `typ ${name}`),
  ),
  byHeader({ typ: undefined }, "type_mismatch", "no typ"),
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

attackVerify(useAttacked(), { algorithm, header: headers, "token of another kind": otherKinds });
