import { outcomeOf } from "./outcome.js";

/** Keys that must not be used, as issue and verify answer to them. */
export function keyCases({ claims: { issueAnyToken, verifyAnyToken }, fixture, nodeCrypto }) {
  const { now, keys, weakRsa } = fixture;
  const tokenOf = (alg) => fixture.algorithms.find((algorithm) => algorithm.alg === alg).token;
  const verify = (alg, key) => () => outcomeOf(() => verifyAnyToken(tokenOf(alg), { key, now }));
  const issue = (algorithm, key) => () => outcomeOf(() => issueAnyToken({ sub: "u1" }, { key, algorithm, now }));
  const ec = keys["P-256"].own;
  const rsa = keys.rsa.own;
  const short = { kty: "oct", k: "c2hvcnQ" };
  const cases = [
    ["no key", verify("ES256", undefined), "invalid_key"],
    ["a short secret", verify("HS256", new Uint8Array(31)), "invalid_key"],
    ["a short secret as JWK", verify("HS256", short), "invalid_key"],
    ["a public key as PEM where a secret is wanted", verify("HS256", rsa.spki), "invalid_key"],
    ["the bytes of a public key as a secret", verify("HS256", new TextEncoder().encode(rsa.spki)), "invalid_key"],
    ["a public JWK where a secret is wanted", verify("HS256", rsa.public), "invalid_key"],
    ["a secret where a public key is wanted", verify("ES256", new Uint8Array(64)), "invalid_key"],
    ["a private JWK to verify", verify("ES256", ec.private), "invalid_key"],
    ["a private PEM to verify", verify("RS256", rsa.pkcs8), "invalid_key"],
    ["a weak key of RSA", verify("RS256", weakRsa.public), "invalid_key"],
    ["a weak key of RSA as PEM", verify("RS256", weakRsa.spki), "invalid_key"],
    ["a key of another curve", verify("ES256", keys["P-384"].own.public), "invalid_key"],
    ["a key of another curve as PEM", verify("ES256", keys["P-384"].own.spki), "invalid_key"],
    ["a certificate of another curve", verify("ES256", keys["P-384"].own.certificate), "invalid_key"],
    ["a key of another family", verify("ES256", rsa.public), "invalid_key"],
    ["a key for encryption", verify("ES256", { ...ec.public, use: "enc" }), "invalid_key"],
    ["a key that must not verify", verify("ES256", { ...ec.public, key_ops: ["sign"] }), "invalid_key"],
    ["a key of another algorithm", verify("ES256", { ...ec.public, alg: "ES384" }), "invalid_key"],
    ["a point beside the curve", verify("ES256", { ...ec.public, y: ec.public.x }), "invalid_key"],
    ["a coordinate that is missing", verify("ES256", { ...ec.public, y: undefined }), "invalid_key"],
    [
      "a coordinate in the other alphabet",
      verify("ES256", { ...ec.public, x: `+/${ec.public.x.slice(2)}` }),
      "invalid_key",
    ],
    ["PEM that is cut off", verify("ES256", ec.spki.slice(0, 80)), "invalid_key"],
    ["two keys in one PEM", verify("ES256", ec.spki + ec.spki), "invalid_key"],
    ["text that is no PEM", verify("HS256", "a secret in a string, of which it is unclear what it is"), "invalid_key"],
    ["an empty set", verify("ES256", { keys: [] }), "key_not_found"],
    ["a resolver that finds nothing", verify("ES256", () => undefined), "key_not_found"],
    ["a resolver that finds a private key", verify("ES256", () => ec.private), "invalid_key"],
    ["a public JWK to sign", issue("ES256", ec.public), "invalid_key"],
    ["a public PEM to sign", issue("ES256", ec.spki), "invalid_key"],
    ["a short secret to sign", issue("HS256", new Uint8Array(31)), "invalid_key"],
    ["a weak key of RSA to sign", issue("RS256", weakRsa.private), "invalid_key"],
    ["a key of another curve to sign", issue("ES384", ec.private), "invalid_key"],
    ["a private key whose parts do not belong together", issue("ES256", mixed(keys["P-256"])), "invalid_key"],
  ];
  if (nodeCrypto !== null) {
    cases.push(
      ["a private KeyObject to verify", verify("ES256", nodeCrypto.createPrivateKey(ec.pkcs8)), "invalid_key"],
      ["a public KeyObject to sign", issue("ES256", nodeCrypto.createPublicKey(ec.spki)), "invalid_key"],
      ["a KeyObject of a weak key", verify("RS256", nodeCrypto.createPublicKey(weakRsa.spki)), "invalid_key"],
      ["a KeyObject of another curve", verify("ES384", nodeCrypto.createPublicKey(ec.spki)), "invalid_key"],
      ["a KeyObject of a short secret", verify("HS256", nodeCrypto.createSecretKey(new Uint8Array(31))), "invalid_key"],
    );
  }
  return cases.map(([name, run, want]) => ({ name: `keys: ${name}`, run, want }));
}

function mixed({ own, other }) {
  return { ...own.private, d: other.private.d };
}
