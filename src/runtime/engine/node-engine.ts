import type { KeyObject } from "jose";
import { isCanonicalTail } from "../text/base64url.js";
import { decodeUtf8 } from "../text/utf8.js";
import type { CryptoEngine } from "./crypto-engine.js";
import type { CheckedKey } from "./key-check.js";
import type { NodeBytes, NodePlatform } from "./node-crypto.js";
import { describeNative, nativeOf } from "./node-key.js";
import { isCryptoKey } from "./opaque-key.js";

/** More than a header of HTTP may be long. */
const SCRATCH_BYTES = 16_384;

/** The engine for Node, on `node:crypto`: the same OpenSSL as below Web Crypto, without the way there. */
export function createNodeEngine({ crypto, Buffer, run }: NodePlatform): CryptoEngine {
  // What is read in one go, and copied out of before anything else runs.
  const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);

  function isPlain(text: string): boolean {
    // Node reads the other alphabet too, and takes a character beyond ASCII for another.
    return !text.includes("+") && !text.includes("/") && Buffer.byteLength(text) === text.length;
  }

  /** Whether so many bytes are all that a text of base64url stands for: what Node's decoder skips makes less. */
  function isWhole(text: string, bytes: number): boolean {
    return bytes === Math.floor((text.length * 3) / 4) && isCanonicalTail(text);
  }

  function decodeBase64url(text: string, isKnownPlain = false): NodeBytes | null {
    if (!isKnownPlain && !isPlain(text)) return null;
    const bytes = Buffer.from(text, "base64url");
    return isWhole(text, bytes.length) ? bytes : null;
  }

  function decodeText(text: string, isKnownPlain = false): string | null | undefined {
    if (text.length > SCRATCH_BYTES) {
      const bytes = decodeBase64url(text, isKnownPlain);
      return bytes === null ? null : decodeUtf8(bytes);
    }
    if (!isKnownPlain && !isPlain(text)) return null;
    const length = scratch.write(text, 0, "base64url");
    if (!isWhole(text, length)) return null;
    const decoded = scratch.toString("utf8", 0, length);
    // It stands for what is not UTF-8, and is a character like any other.
    return decoded.includes("\uFFFD") ? decodeUtf8(scratch.subarray(0, length)) : decoded;
  }

  /** The bytes of a text in Latin-1, until the next call. */
  function encode(text: string): Uint8Array {
    if (text.length > SCRATCH_BYTES) return Buffer.from(text, "latin1");
    return scratch.subarray(0, scratch.write(text, 0, "latin1"));
  }

  function toKeyObject(key: CheckedKey): KeyObject {
    if (key instanceof Uint8Array) return crypto.createSecretKey(key);
    if (key instanceof crypto.KeyObject) return key;
    if (!isCryptoKey(key)) throw new TypeError("The key is none of this platform.");
    return crypto.KeyObject.from(key);
  }

  return {
    decodeBase64url,
    decodeText,
    isPlain,
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
        // As text and written once more: cheaper than bytes of its own for each.
        const wanted = crypto
          .createHmac(digest ?? "", input.key)
          .update(signed, "latin1")
          .digest("latin1");
        return crypto.timingSafeEqual(encode(wanted), signature);
      }
      return run({
        cost: key.algorithm.node.cost,
        // In two steps where it can be: that is quicker than in one.
        now: () =>
          digest === null
            ? crypto.verify(digest, encode(signed), input, signature)
            : crypto.createVerify(digest).update(encode(signed)).verify(input, signature),
        // RSA's check is short: handing it over takes longer than making it.
        pooled:
          key.algorithm.kty === "RSA"
            ? null
            : (done) => crypto.verify(digest, Buffer.from(signed, "latin1"), input, signature, done),
      });
    },
  };
}
