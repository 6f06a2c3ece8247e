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
