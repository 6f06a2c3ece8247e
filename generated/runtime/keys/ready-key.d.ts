import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { type CheckedKey, type KeyCheck } from "../engine/key-check.js";
import type { KeyResult, KeyUse } from "./key-forms.js";
/**
 * Checks a key of Web Crypto or Node, which nobody can change, or the bytes of a secret, and makes it ready; once for each key, and
 * for bytes as long as they are the same.
 */
export declare function prepareHeld(source: CheckedKey, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
/** Checks what the engine has imported, and makes it ready. */
export declare function prepareImported(key: CheckedKey, algorithm: KeyAlgorithm, use: KeyUse): KeyResult;
/** Makes a key ready that has passed its checks. */
export declare function readyOf(checked: KeyCheck, algorithm: KeyAlgorithm): KeyResult;
