import { readCertifiedKey } from "../text/der.js";
import { isCryptoKey } from "./opaque-key.js";
import { webCrypto } from "./web-crypto.js";
/** What Web Crypto is told of an algorithm, to import a key and to verify; a name alone says all of one that has its hash inside. */
export function webParameters({ name, crv, node: { digest } }) {
    if (digest === null)
        return name;
    const bits = Number(digest.slice("sha".length));
    return { name, hash: `SHA-${bits}`, saltLength: bits / 8, namedCurve: crv ?? "" };
}
/** The key of a JWK's key material; rejects where it is none. */
export function importJwk(material, algorithm) {
    const use = material.d === undefined ? "verify" : "sign";
    return webCrypto().importKey("jwk", material, webParameters(algorithm), false, [use]);
}
/** The key of a PEM text (RFC 7468); rejects where it is none. */
export async function importPem(pem, label, algorithm) {
    const text = atob(pem.replace(/-----[A-Z ]+-----|\s/g, ""));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const parameters = webParameters(algorithm);
    if (label === "PRIVATE KEY")
        return webCrypto().importKey("pkcs8", bytes, parameters, false, ["sign"]);
    const spki = label === "CERTIFICATE" ? readCertifiedKey(bytes) : bytes;
    if (spki === null)
        throw new TypeError("The certificate cannot be read.");
    return webCrypto().importKey("spki", spki, parameters, false, ["verify"]);
}
/** A checked key as Web Crypto takes it for verifying; rejects for what is none. */
export async function importForVerify(key, algorithm) {
    if (key instanceof Uint8Array) {
        return webCrypto().importKey("raw", key, webParameters(algorithm), false, ["verify"]);
    }
    if (isCryptoKey(key))
        return key;
    // A KeyObject of a pair, in a runtime that has Node's modules and not its engine; what it exports is checked by the import.
    return importJwk(key.export?.({ format: "jwk" }) ?? {}, algorithm);
}
