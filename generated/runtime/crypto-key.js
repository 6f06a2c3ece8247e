import { misfit, unsafe } from "./key-forms.js";
/** Bits of the smallest RSA modulus that is accepted (RFC 7518 sections 3.3 and 3.5). */
const MIN_RSA_BITS = 2048;
/** Says whether a value is a Web Crypto key, of this realm or another. */
export function isCryptoKey(value) {
    return tagOf(value) === "CryptoKey";
}
/** Says whether a value is a KeyObject of Node. */
export function isKeyObject(value) {
    return tagOf(value) === "KeyObject";
}
function tagOf(value) {
    return Reflect.get(value, Symbol.toStringTag);
}
/** Checks a Web Crypto key against the algorithm and its use. */
export function checkCryptoKey(key, algorithm, use) {
    // Structurally what Web Crypto says: every member is optional, and each is checked below.
    const details = key.algorithm;
    const { alg } = algorithm;
    if (details.name !== algorithm.name)
        return misfit(`The key is not made for ${alg}.`);
    if (algorithm.hash !== null && details.hash?.name !== algorithm.hash)
        return misfit(`The key's hash is not that of ${alg}.`);
    if (algorithm.kty === "EC" && details.namedCurve !== algorithm.crv)
        return misfit(`The key's curve is not that of ${alg}.`);
    const fault = checkKeyType(key.type, algorithm, use) ??
        (algorithm.kty === "RSA" ? checkRsa(details.modulusLength, toBigInt(details.publicExponent)) : null) ??
        (algorithm.kty === "oct" ? checkSecretBits(details.length, algorithm) : null);
    if (fault !== null)
        return fault;
    const usages = key.usages;
    return usages.includes(use) ? { key } : misfit(`The key's usages do not include "${use}".`);
}
/** The bytes of a secret KeyObject, which are checked like any other secret; null for another KeyObject. */
export function readSecretKeyObject(key) {
    if (key.type !== "secret")
        return null;
    // Node's KeyObject of type "secret" exports its bytes; the result is checked.
    const bytes = key.export?.();
    return bytes instanceof Uint8Array ? bytes : null;
}
/** Checks a key pair's KeyObject against the algorithm and its use. */
export function checkKeyObject(key, algorithm, use) {
    // Node's KeyObject has these members; each is checked before it is believed.
    const { asymmetricKeyType, asymmetricKeyDetails } = key;
    const wanted = { oct: null, RSA: "rsa", EC: "ec", OKP: "ed25519" }[algorithm.kty];
    if (wanted === null || asymmetricKeyType !== wanted)
        return misfit(`The key is not made for ${algorithm.alg}.`);
    if (algorithm.kty === "EC" && curveOf(asymmetricKeyDetails?.namedCurve) !== algorithm.crv) {
        return misfit(`The key's curve is not that of ${algorithm.alg}.`);
    }
    const fault = checkKeyType(key.type, algorithm, use) ??
        (algorithm.kty === "RSA"
            ? checkRsa(asymmetricKeyDetails?.modulusLength, asymmetricKeyDetails?.publicExponent ?? null)
            : null);
    return fault ?? { key };
}
/** The name that JWK has for a curve that OpenSSL names. */
function curveOf(name) {
    switch (name) {
        case "prime256v1":
            return "P-256";
        case "secp384r1":
            return "P-384";
        case "secp521r1":
            return "P-521";
        default:
            return null;
    }
}
/** Bits of the modulus of an RSA key that has been checked. */
export function modulusBits(key) {
    // Structurally what the two platforms say of such a key.
    const details = isCryptoKey(key)
        ? key.algorithm
        : key.asymmetricKeyDetails;
    return details?.modulusLength ?? 0;
}
function checkKeyType(type, algorithm, use) {
    if (algorithm.kty === "oct")
        return type === "secret" ? null : misfit(`${algorithm.alg} takes a secret.`);
    if (use === "verify" && type === "private")
        return unsafe("A private key was given where a public key is enough: keep it with the issuer.");
    if (use === "sign" && type !== "private")
        return misfit("Signing takes a private key.");
    return use === "sign" || type === "public" ? null : misfit("Verifying takes a public key.");
}
function checkRsa(bits, exponent) {
    if (bits === undefined || bits < MIN_RSA_BITS)
        return unsafe(`An RSA key must have at least ${MIN_RSA_BITS} bits.`);
    const isSound = exponent !== null && exponent > 1n && exponent % 2n === 1n;
    return isSound ? null : unsafe("The public exponent of an RSA key must be odd and greater than 1.");
}
function checkSecretBits(bits, algorithm) {
    if (bits !== undefined && bits >= algorithm.secretBytes * 8)
        return null;
    return unsafe(`A secret for ${algorithm.alg} must have at least ${algorithm.secretBytes} bytes (RFC 7518 section 3.2).`);
}
function toBigInt(bytes) {
    if (bytes === undefined)
        return null;
    let value = 0n;
    for (const byte of bytes)
        value = value * 256n + BigInt(byte);
    return value;
}
