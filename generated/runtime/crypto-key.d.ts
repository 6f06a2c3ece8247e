import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { type KeyResult, type KeyUse } from "./key-forms.js";
/** Says whether a value is a Web Crypto key, of this realm or another. */
export declare function isCryptoKey(value: object): value is CryptoKey;
/** Says whether a value is a KeyObject of Node. */
export declare function isKeyObject(value: object): value is KeyObject;
/** Checks a Web Crypto key against the algorithm and its use. */
export declare function prepareCryptoKey(key: CryptoKey, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
/** The bytes of a secret KeyObject, which are checked like any other secret; null for another KeyObject. */
export declare function readSecretKeyObject(key: KeyObject): Uint8Array | null;
/** Checks a key pair's KeyObject against the algorithm and its use. */
export declare function prepareKeyObject(key: KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
