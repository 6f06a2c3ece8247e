import type { KeyObject } from "jose";
import { isCanonicalTail } from "./base64url.js";
import type { CheckedKey, CryptoEngine } from "./crypto-engine.js";
import { isCryptoKey } from "./crypto-key.js";
import type { NodePlatform } from "./node-crypto.js";
import { costOf, describeNative, nativeOf } from "./node-key.js";
import { settle } from "./settle.js";

/** The engine for Node, on `node:crypto`: the same OpenSSL as below Web Crypto, without the way there. */
export function createNodeEngine({ crypto, Buffer, run }: NodePlatform): CryptoEngine {
  function decodeBase64url(text: string): Uint8Array | null {
    // Node reads the other alphabet too, and takes a character beyond ASCII for another. What it skips makes less bytes.
    if (text.includes("+") || text.includes("/") || Buffer.byteLength(text) !== text.length) return null;
    const bytes = Buffer.from(text, "base64url");
    return bytes.length === Math.floor((text.length * 3) / 4) && isCanonicalTail(text) ? bytes : null;
  }

  function toKeyObject(key: CheckedKey): KeyObject {
    if (key instanceof Uint8Array) return crypto.createSecretKey(key);
    if (key instanceof crypto.KeyObject) return key;
    if (!isCryptoKey(key)) throw new TypeError("The key is none of this platform.");
    return crypto.KeyObject.from(key);
  }

  return {
    decodeBase64url,
    hash: (text) => crypto.hash("sha256", text, "base64"),
    importJwk: (material) => {
      const input = { key: material, format: "jwk" } as const;
      return material.d === undefined ? crypto.createPublicKey(input) : crypto.createPrivateKey(input);
    },
    importPem: (pem, label) => {
      if (label === "CERTIFICATE") return new crypto.X509Certificate(pem).publicKey;
      const input = { key: pem, format: "pem" } as const;
      return label === "PUBLIC KEY" ? crypto.createPublicKey(input) : crypto.createPrivateKey(input);
    },
    toNative: (key, algorithm) => describeNative(toKeyObject(key), algorithm),
    verify: ({ text, signatureAt, signature }, key) => {
      const { digest, input } = nativeOf(key);
      const signed = text.slice(0, signatureAt - 1);
      if (key.algorithm.kty === "oct") {
        const wanted = crypto
          .createHmac(digest ?? "", input.key)
          .update(signed, "latin1")
          .digest();
        return crypto.timingSafeEqual(wanted, signature);
      }
      const data = Buffer.from(signed, "latin1");
      return run({
        cost: costOf(key.algorithm),
        now: () => crypto.verify(digest, data, input, signature),
        // Handing RSA's short check over takes longer than making it.
        pooled:
          key.algorithm.kty === "RSA"
            ? null
            : () => settle((done) => crypto.verify(digest, data, input, signature, done)),
      });
    },
  };
}
