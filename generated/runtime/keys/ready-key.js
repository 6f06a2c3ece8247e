import { broken, misfit } from "../engine/key-check.js";
import { isCryptoKey } from "../engine/opaque-key.js";
import { checkCryptoKey, checkKeyObject } from "./crypto-key.js";
import { makeReady } from "./engine-key.js";
import { recallKey, rememberKey } from "./known-keys.js";
/**
 * Checks a key of Web Crypto or Node, which nobody can change, or the bytes of a secret, and makes it ready; once for each key, and
 * for bytes as long as they are the same.
 */
export function prepareHeld(source, algorithm, use) {
    const known = recallKey(source, algorithm, use);
    if (known !== undefined && isSame(source, known.contents))
        return { key: known.key };
    const checked = checkHeld(source, algorithm, use);
    const result = readyOf(checked, algorithm);
    // Of bytes, what was checked is a copy.
    if (!("fault" in checked) && !("fault" in result))
        rememberKey(source, use, checked.key, result.key);
    return result;
}
function isSame(source, contents) {
    if (!(source instanceof Uint8Array))
        return true;
    // Remembered above of bytes are bytes.
    const others = contents;
    return source.length === others.length && source.every((byte, index) => byte === others[index]);
}
function checkHeld(key, algorithm, use) {
    if (key instanceof Uint8Array) {
        const { alg, checkSecret } = algorithm;
        return checkSecret?.(key) ?? misfit(`A secret does not fit ${alg}, which takes a key pair.`);
    }
    return checkOpaque(key, algorithm, use);
}
function checkOpaque(key, algorithm, use) {
    if (isCryptoKey(key))
        return checkCryptoKey(key, algorithm, use);
    return algorithm.checkSecret?.(key) ?? checkKeyObject(key, algorithm, use);
}
/** Checks what the engine has imported, and makes it ready. */
export function prepareImported(key, algorithm, use) {
    if (key instanceof Uint8Array)
        return broken("The key cannot be read.");
    return readyOf(checkOpaque(key, algorithm, use), algorithm);
}
/** Makes a key ready that has passed its checks. */
export function readyOf(checked, algorithm) {
    return "fault" in checked ? checked : { key: makeReady(checked.key, algorithm) };
}
