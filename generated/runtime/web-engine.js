import { CompactSign, compactVerify, importJWK, importPKCS8, importSPKI, importX509 } from "jose";
import { decodeBase64url } from "./base64url.js";
import { decodeUtf8 } from "./utf8.js";
/** Web Crypto through jose: for browsers, edge runtimes and all that is not Node. */
export const engine = {
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
        }
        catch (cause) {
            if (isSignatureError(cause))
                return false;
            throw cause;
        }
    },
};
/** Signs by Web Crypto through jose. */
export const sign = (header, payload, key) => new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader(header).sign(nativeOf(key));
function nativeOf(key) {
    // toNative() above has put it there.
    return key.native;
}
function isSignatureError(cause) {
    return cause instanceof Error && Reflect.get(cause, "code") === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
}
