import { CompactSign, compactVerify, importJWK, importPKCS8, importSPKI, importX509 } from "jose";
import { decodeBase64url } from "./base64url.js";
import type { CryptoEngine, EngineKey, Sign } from "./crypto-engine.js";
import type { CheckedKey } from "./key-check.js";
import { decodeUtf8 } from "./utf8.js";

/** Web Crypto through jose: for browsers, edge runtimes and all that is not Node. */
export const engine: CryptoEngine = {
  decodeBase64url,
  decodeText: (text) => {
    const bytes = decodeBase64url(text);
    return bytes === null ? null : decodeUtf8(bytes);
  },
  hash: async (text) => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(digest)));
  },
  importJwk: (material, { alg }) => importJWK(material, alg),
  importPem: (pem, label, { alg }) => {
    switch (label) {
      case "PUBLIC KEY":
        return importSPKI(pem, alg);
      case "PRIVATE KEY":
        return importPKCS8(pem, alg);
      case "CERTIFICATE":
        return importX509(pem, alg);
    }
  },
  toNative: (key) => key,
  verify: async ({ text }, key) => {
    try {
      await compactVerify(text, nativeOf(key), { algorithms: [key.algorithm.alg] });
      return true;
    } catch (cause) {
      if (isSignatureError(cause)) return false;
      throw cause;
    }
  },
};

/** Signs by Web Crypto through jose. */
export const sign: Sign = (header, payload, key) =>
  new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(nativeOf(key));

function nativeOf(key: EngineKey): CheckedKey {
  // toNative() above has put it there.
  return key.native as CheckedKey;
}

function isSignatureError(cause: unknown): boolean {
  return cause instanceof Error && Reflect.get(cause, "code") === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
}
