import {
  type Attack,
  attackVerify,
  CLAIMS,
  edJwk,
  GOOD,
  HEADERS,
  jwk,
  type Kind,
  make,
  otherJwk,
  rsaJwk,
  useAttacked,
} from "../support/attack-sample.js";
import { forgeToken, KEYS, SECRET } from "../support/forge-token.js";

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

attackVerify(useAttacked(), { keys });
