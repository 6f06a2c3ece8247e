import type { CryptoKey, KeyObject } from "jose";
/** Says whether a value is a Web Crypto key, of this realm or another. */
export declare function isCryptoKey(value: object): value is CryptoKey;
/** Says whether a value is a KeyObject of Node. */
export declare function isKeyObject(value: object): value is KeyObject;
