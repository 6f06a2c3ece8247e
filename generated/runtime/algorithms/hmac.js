import { broken, misfit, unsafe } from "../engine/key-check.js";
import { engine } from "../engine/platform-engine.js";
import { isKeyInDisguise } from "./secret-key.js";
/** HMAC (RFC 7518 section 3.2), whose keys are secrets; null for another algorithm. */
export function hmac(alg) {
    const bits = /^HS(256|384|512)$/.exec(alg)?.[1];
    if (bits === undefined)
        return null;
    return {
        alg,
        kty: "oct",
        crv: null,
        name: "HMAC",
        hash: `SHA-${bits}`,
        node: { type: null, digest: `sha${bits}`, cost: 0 },
        signatureBytes: Number(bits) / 8,
        checkStrength: ({ length = 0 }) => checkLength(alg, length, Number(bits)),
        checkSecret: (secret) => checkSecret(alg, secret, Number(bits)),
    };
}
/** A secret is at least as long as the hash (RFC 7518 section 3.2). */
function checkLength(alg, bits, least) {
    if (bits >= least)
        return null;
    return unsafe(`A secret for ${alg} must have at least ${least / 8} bytes (RFC 7518 section 3.2).`);
}
function checkSecret(alg, secret, least) {
    if (typeof secret === "string")
        return unsafe(`${alg} takes a secret, and a key or certificate in PEM is none.`);
    const bytes = secret instanceof Uint8Array ? secret : "get" in secret ? readMember(secret) : readKeyObject(secret);
    if (!(bytes instanceof Uint8Array))
        return bytes ?? misfit(`The key's algorithm is not that of ${alg}.`);
    // A copy, since the caller's bytes may change at any time. The slice() of Node's Buffer makes none.
    const copy = new Uint8Array(bytes);
    if (isKeyInDisguise(copy))
        return unsafe("The secret is a key or certificate in PEM, DER, JWK or SSH form.");
    return checkLength(alg, copy.length * 8, least) ?? { key: copy };
}
/** The bytes in the members of a JWK (RFC 7518 section 6.4). */
function readMember(jwk) {
    const k = jwk.get("k");
    return (typeof k === "string" ? engine.decodeBase64url(k) : null) ?? broken('The JWK\'s "k" is not base64url.');
}
/** The bytes of a secret KeyObject, which are checked like any others; null for another KeyObject. */
function readKeyObject(key) {
    if (key.type !== "secret")
        return null;
    // Node's KeyObject of type "secret" exports its bytes; the result is checked.
    const bytes = key.export?.();
    return bytes instanceof Uint8Array ? bytes : null;
}
