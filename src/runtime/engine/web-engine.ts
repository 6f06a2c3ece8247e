import { decodeBase64url } from "../text/base64url.js";
import { decodeUtf8 } from "../text/utf8.js";
import type { CryptoEngine } from "./crypto-engine.js";
import { webCrypto } from "./web-crypto.js";
import { importForVerify, importJwk, importPem, webParameters } from "./web-import.js";
import { type WebKey, webKeyOf } from "./web-key.js";

export { sign } from "./web-sign.js";

/** Web Crypto: for browsers, edge runtimes and all that is not Node. */
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
  importJwk,
  importPem,
  toNative: (key): WebKey => ({ key, imported: null }),
  verify: async ({ text, signatureAt, signature }, key) => {
    const native = webKeyOf(key);
    native.imported ??= importForVerify(native.key, key.algorithm);
    const imported = await native.imported;
    const signed = new TextEncoder().encode(text.slice(0, signatureAt - 1));
    try {
      return await webCrypto().verify(webParameters(key.algorithm), imported, signature, signed);
    } catch {
      // The key has passed every check: what a platform will not even try is no signature of it.
      return false;
    }
  },
};
