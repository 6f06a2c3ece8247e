import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { type KeyCheck } from "../engine/key-check.js";
import type { KeyUse } from "./key-forms.js";
/** Checks a Web Crypto key against the algorithm and its use. */
export declare function checkCryptoKey(key: CryptoKey, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck;
/** Checks a key pair's KeyObject against the algorithm and its use. */
export declare function checkKeyObject(key: KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck;
/** Bits of the modulus of an RSA key that has been checked. */
export declare function modulusBits(key: CryptoKey | KeyObject): number;
