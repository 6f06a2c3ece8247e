import type { CryptoKey, KeyObject } from "jose";

/** Says whether a value is a Web Crypto key, of this realm or another. */
export function isCryptoKey(value: object): value is CryptoKey {
  return tagOf(value) === "CryptoKey";
}

/** Says whether a value is a KeyObject of Node. */
export function isKeyObject(value: object): value is KeyObject {
  return tagOf(value) === "KeyObject";
}

function tagOf(value: object): unknown {
  return Reflect.get(value, Symbol.toStringTag);
}
