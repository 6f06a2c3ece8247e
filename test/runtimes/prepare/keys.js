import { createSecretKey, generateKeyPairSync } from "node:crypto";
import { selfSign } from "./certificate.js";

/** A key of each family and a second one of the same kind, as Node has them. */
export function makeKeys() {
  return Object.fromEntries(Object.entries(FAMILIES).map(([family, make]) => [family, { own: make(), other: make() }]));
}

/** A weak key: refused wherever it is given. */
export function makeWeakRsa() {
  return generateKeyPairSync("rsa", { modulusLength: 1024 });
}

/** A key in every form that text can hold. */
export function writtenForms({ publicKey, privateKey }) {
  if (privateKey.type === "secret") return { private: privateKey.export({ format: "jwk" }) };
  return {
    private: privateKey.export({ format: "jwk" }),
    public: publicKey.export({ format: "jwk" }),
    pkcs8: privateKey.export({ format: "pem", type: "pkcs8" }),
    spki: publicKey.export({ format: "pem", type: "spki" }),
    certificate: selfSign({ publicKey, privateKey }),
  };
}

const FAMILIES = {
  oct: () => {
    const secret = createSecretKey(crypto.getRandomValues(new Uint8Array(64)));
    return { publicKey: secret, privateKey: secret };
  },
  rsa: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
  "P-256": () => generateKeyPairSync("ec", { namedCurve: "P-256" }),
  "P-384": () => generateKeyPairSync("ec", { namedCurve: "P-384" }),
  "P-521": () => generateKeyPairSync("ec", { namedCurve: "P-521" }),
  ed25519: () => generateKeyPairSync("ed25519"),
};
