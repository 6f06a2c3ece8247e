import { checkCryptoKey, checkKeyObject, isCryptoKey, readSecretKeyObject } from "./crypto-key.js";
import { makeReady } from "./engine-key.js";
import { broken, misfit } from "./key-check.js";
import { recallKey, rememberKey } from "./known-keys.js";
/** Checks the bytes of a secret and makes them ready; the same bytes in the same array are checked once. */
export function prepareSecret(secret, algorithm, use) {
    const known = recallKey(secret, algorithm, use);
    // What is remembered of bytes is a copy of them, made below.
    if (known !== undefined && isSame(secret, known.contents))
        return { key: known.key };
    const checked = checkSecret(secret, algorithm);
    if ("fault" in checked)
        return checked;
    const key = makeReady(checked.key, algorithm);
    rememberKey(secret, use, checked.key, key);
    return { key };
}
/** Checks the bytes of a secret, where the algorithm takes one. */
export function checkSecret(secret, algorithm) {
    const { alg, checkSecret: check } = algorithm;
    return check?.(secret) ?? misfit(`A secret does not fit ${alg}, which takes a key pair.`);
}
function isSame(one, other) {
    return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
/** Checks a key of Web Crypto or Node, which nobody can change, and makes it ready; once for each key. */
export function prepareOpaque(source, algorithm, use) {
    const known = recallKey(source, algorithm, use);
    if (known !== undefined)
        return { key: known.key };
    const checked = checkOpaque(source, algorithm, use);
    if ("fault" in checked)
        return checked;
    const key = makeReady(checked.key, algorithm);
    rememberKey(source, use, null, key);
    return { key };
}
function checkOpaque(key, algorithm, use) {
    if (isCryptoKey(key))
        return checkCryptoKey(key, algorithm, use);
    const secret = readSecretKeyObject(key);
    return secret === null ? checkKeyObject(key, algorithm, use) : checkSecret(secret, algorithm);
}
/** Checks what the engine has imported, and makes it ready. */
export function prepareImported(key, algorithm, use) {
    if (key instanceof Uint8Array)
        return broken("The key cannot be read.");
    const checked = checkOpaque(key, algorithm, use);
    return "fault" in checked ? checked : { key: makeReady(checked.key, algorithm) };
}
