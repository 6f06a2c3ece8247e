// A key of each algorithm that is measured.
import { createSecretKey, generateKeyPairSync, randomBytes } from "node:crypto";

/** The algorithms that are measured, with the token of the sample's config that takes them. */
export const ALGORITHMS = [
  { alg: "HS256", token: "Hs256AccessToken" },
  { alg: "ES256", token: "AccessToken" },
  { alg: "EdDSA", token: "EddsaAccessToken" },
  { alg: "RS256", token: "Rs256AccessToken" },
];

/** A new key: `signing` and `verifying` are key objects, the same one for a shared secret. */
export function createKey(alg) {
  if (alg === "HS256") {
    const secret = createSecretKey(randomBytes(32));
    return { signing: secret, verifying: secret };
  }
  const { privateKey, publicKey } = keyPair(alg);
  return { signing: privateKey, verifying: publicKey };
}

/** The form that a library without key objects takes: a secret's bytes, or a public key as PEM. */
export function exportKey(key) {
  return key.type === "secret" ? key.export() : key.export({ type: "spki", format: "pem" });
}

function keyPair(alg) {
  switch (alg) {
    case "ES256":
      return generateKeyPairSync("ec", { namedCurve: "P-256" });
    case "EdDSA":
      return generateKeyPairSync("ed25519");
    default:
      return generateKeyPairSync("rsa", { modulusLength: 2048 });
  }
}
