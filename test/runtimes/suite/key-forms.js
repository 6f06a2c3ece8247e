/** What Web Crypto calls an algorithm, for a key of it. */
const WEB_CRYPTO = {
  HS: (bits) => ({ name: "HMAC", hash: `SHA-${bits}` }),
  RS: (bits) => ({ name: "RSASSA-PKCS1-v1_5", hash: `SHA-${bits}` }),
  PS: (bits) => ({ name: "RSA-PSS", hash: `SHA-${bits}` }),
  ES: (bits) => ({ name: "ECDSA", namedCurve: `P-${bits === "512" ? "521" : bits}` }),
};

/**
 * Every form of a key that issue and verify take, by name, each as two functions that make the key to sign and the one to
 * verify with. `nodeCrypto` is `node:crypto` where the runtime has one.
 */
export function keyForms(alg, keys, nodeCrypto) {
  return keys.public === undefined ? secretForms(alg, keys, nodeCrypto) : pairForms(alg, keys, nodeCrypto);
}

function secretForms(alg, { private: jwk }, nodeCrypto) {
  const bytes = Uint8Array.from(atob(jwk.k.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  return {
    bytes: both(() => bytes),
    JWK: both(() => jwk),
    JWKS: both(() => ({ keys: [{ ...jwk, kid: "own" }] })),
    CryptoKey: both(() => importKey("raw", bytes, alg, ["sign", "verify"])),
    ...(nodeCrypto === null ? {} : { KeyObject: both(() => nodeCrypto.createSecretKey(bytes)) }),
  };
}

function pairForms(alg, keys, nodeCrypto) {
  const set = (jwk) => () => ({ keys: [{ ...jwk, kid: "own", use: "sig", alg }] });
  return {
    JWK: { sign: () => keys.private, verify: () => keys.public },
    JWKS: { sign: set(keys.private), verify: set(keys.public) },
    PEM: { sign: () => keys.pkcs8, verify: () => keys.spki },
    certificate: { sign: () => keys.pkcs8, verify: () => keys.certificate },
    resolver: { sign: () => keys.private, verify: () => () => keys.public },
    CryptoKey: {
      sign: () => importKey("jwk", keys.private, alg, ["sign"]),
      verify: () => importKey("jwk", keys.public, alg, ["verify"]),
    },
    ...(nodeCrypto === null
      ? {}
      : {
          KeyObject: {
            sign: () => nodeCrypto.createPrivateKey(keys.pkcs8),
            verify: () => nodeCrypto.createPublicKey(keys.spki),
          },
        }),
  };
}

function both(make) {
  return { sign: make, verify: make };
}

function importKey(format, material, alg, usages) {
  const algorithm = WEB_CRYPTO[alg.slice(0, 2)]?.(alg.slice(2)) ?? { name: "Ed25519" };
  return crypto.subtle.importKey(format, material, algorithm, false, usages);
}
