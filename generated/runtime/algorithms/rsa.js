import { unsafe } from "../engine/key-check.js";
/** Bits of the smallest RSA modulus that is accepted (RFC 7518 sections 3.3 and 3.5). */
const MIN_BITS = 2048;
/** OpenSSL's constants RSA_PKCS1_PSS_PADDING and RSA_PSS_SALTLEN_DIGEST, which Node gives as `crypto.constants`. */
const PSS = { padding: 6, saltLength: -1 };
/** RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 7518 sections 3.3 and 3.5); null for another algorithm. */
export function rsa(alg) {
    const [, scheme, bits] = /^([RP])S(256|384|512)$/.exec(alg) ?? [];
    if (bits === undefined)
        return null;
    const isPss = scheme === "P";
    return {
        alg,
        kty: "RSA",
        crv: null,
        name: isPss ? "RSA-PSS" : "RSASSA-PKCS1-v1_5",
        hash: `SHA-${bits}`,
        node: { type: "rsa", digest: `sha${bits}`, cost: 1, ...(isPss ? { options: PSS } : {}) },
        signatureBytes: "modulus",
        checkStrength,
    };
}
function checkStrength({ modulusLength = 0, publicExponent }) {
    if (modulusLength < MIN_BITS)
        return unsafe(`An RSA key must have at least ${MIN_BITS} bits.`);
    const exponent = toBigInt(publicExponent);
    if (exponent > 1n && exponent % 2n === 1n)
        return null;
    return unsafe("The public exponent of an RSA key must be odd and greater than 1.");
}
/** Web Crypto gives the exponent as bytes, the first the highest; 0 stands for none. */
function toBigInt(exponent = 0n) {
    if (typeof exponent === "bigint")
        return exponent;
    let value = 0n;
    for (const byte of exponent)
        value = value * 256n + BigInt(byte);
    return value;
}
