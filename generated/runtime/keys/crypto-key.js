import { exposed, misfit } from "../engine/key-check.js";
import { isCryptoKey } from "../engine/opaque-key.js";
/** Checks a Web Crypto key against the algorithm and its use. */
export function checkCryptoKey(key, algorithm, use) {
    const details = detailsOf(key);
    const { alg, name, hash } = algorithm;
    if (details.name !== name)
        return unlike("algorithm", alg);
    if (hash !== null && details.hash?.name !== hash)
        return unlike("hash", alg);
    const fault = checkPair(key.type, details, algorithm.crv, algorithm, use);
    if (fault !== null)
        return fault;
    const usages = key.usages;
    return usages.includes(use) ? { key } : misfit(`The key's usages do not include "${use}".`);
}
/** Checks a key pair's KeyObject against the algorithm and its use. */
export function checkKeyObject(key, algorithm, use) {
    const { type, curve } = algorithm.node;
    // Node's KeyObject has this member; it is checked before it is believed.
    if (type === null || key.asymmetricKeyType !== type)
        return unlike("algorithm", algorithm.alg);
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
        return unlike("curve", alg);
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
function unlike(part, alg) {
    return misfit(`The key's ${part} is not that of ${alg}.`);
}
