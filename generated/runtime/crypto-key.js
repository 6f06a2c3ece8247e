import { exposed, misfit } from "./key-check.js";
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
    const details = detailsOf(key);
    const { alg, name, hash } = algorithm;
    if (details.name !== name)
        return misfit(`The key is not made for ${alg}.`);
    if (hash !== null && details.hash?.name !== hash)
        return misfit(`The key's hash is not that of ${alg}.`);
    const fault = checkPair(key.type, details, algorithm.crv, algorithm, use);
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
    const { type, curve } = algorithm.node;
    // Node's KeyObject has this member; it is checked before it is believed.
    if (type === null || key.asymmetricKeyType !== type)
        return misfit(`The key is not made for ${algorithm.alg}.`);
    return checkPair(key.type, detailsOf(key), curve, algorithm, use) ?? { key };
}
/** What the two platforms say of a key; every member is optional, and each is checked before it is believed. */
function detailsOf(key) {
    return isCryptoKey(key) ? key.algorithm : (key.asymmetricKeyDetails ?? {});
}
/** Bits of the modulus of an RSA key that has been checked. */
export function modulusBits(key) {
    return detailsOf(key).modulusLength ?? 0;
}
/** Checks the curve, by the platform's name, the half of the pair, and the strength. */
function checkPair(type, details, curve, { alg, kty, checkStrength }, use) {
    if (kty === "EC" && details.namedCurve !== curve)
        return misfit(`The key's curve is not that of ${alg}.`);
    return checkType(type, alg, kty, use) ?? checkStrength?.(details) ?? null;
}
function checkType(type, alg, kty, use) {
    if (kty === "oct")
        return type === "secret" ? null : misfit(`${alg} takes a secret.`);
    if (use === "sign")
        return type === "private" ? null : misfit("Signing takes a private key.");
    if (type === "private")
        return exposed("key");
    return type === "public" ? null : misfit("Verifying takes a public key.");
}
