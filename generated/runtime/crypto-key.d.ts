import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { type KeyCheck } from "./key-check.js";
import type { KeyUse } from "./key-forms.js";
/** Says whether a value is a Web Crypto key, of this realm or another. */
export declare function isCryptoKey(value: object): value is CryptoKey;
/** Says whether a value is a KeyObject of Node. */
export declare function isKeyObject(value: object): value is KeyObject;
/** Checks a Web Crypto key against the algorithm and its use. */
export declare function checkCryptoKey(key: CryptoKey, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck;
/** The bytes of a secret KeyObject, which are checked like any other secret; null for another KeyObject. */
export declare function readSecretKeyObject(key: KeyObject): Uint8Array | null;
/** Checks a key pair's KeyObject against the algorithm and its use. */
export declare function checkKeyObject(key: KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck;
/** Bits of the modulus of an RSA key that has been checked. */
export declare function modulusBits(key: CryptoKey | KeyObject): number;
