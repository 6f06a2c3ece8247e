import { createHmac, timingSafeEqual, verify } from "node:crypto";

/** The floor: the signature by itself, with nothing read of what it signs. */
export const NODE_CRYPTO = "node:crypto";

/** node:crypto at once, and where there are public keys in its thread pool, which several tokens can share. */
export function nodeCryptoVerifiers({ alg, key }) {
  const checks = ["signature"];
  if (alg === "HS256") return [{ name: NODE_CRYPTO, checks, verify: (token) => accept(hasMac(split(token), key)) }];
  const digest = alg === "EdDSA" ? null : "sha256";
  const prepared = alg === "ES256" ? { key, dsaEncoding: "ieee-p1363" } : key;
  const atOnce = (token) => {
    const { input, signature } = split(token);
    return accept(verify(digest, input, prepared, signature));
  };
  const inPool = (token) =>
    new Promise((resolve, reject) => {
      const { input, signature } = split(token);
      verify(digest, input, prepared, signature, (error, valid) => {
        if (error || !valid) reject(error ?? refusal());
        else resolve(true);
      });
    });
  return [
    { name: NODE_CRYPTO, checks, verify: atOnce },
    { name: `${NODE_CRYPTO}, thread pool`, checks, verify: inPool, together: true },
  ];
}

function hasMac({ input, signature }, key) {
  const expected = createHmac("sha256", key).update(input).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

function split(token) {
  const end = token.lastIndexOf(".");
  return { input: Buffer.from(token.slice(0, end)), signature: Buffer.from(token.slice(end + 1), "base64url") };
}

function accept(valid) {
  if (!valid) throw refusal();
  return true;
}

function refusal() {
  return new TypeError("The signature does not verify.");
}
