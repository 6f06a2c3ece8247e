import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import type { KeyUse } from "./key-forms.js";
/** A key that was made ready before, for one algorithm and one use. */
interface KnownKey {
    readonly use: KeyUse;
    /** What the object held then, where its owner can change it: members of a JWK, bytes of a secret. */
    readonly contents: unknown;
    readonly key: EngineKey;
}
/**
 * The key that was made ready from the same object for the same algorithm and use, and what the object held then; else
 * undefined. An owner may change a JWK or a secret at any time, so that its identity alone proves nothing.
 */
export declare function recallKey(source: object, { alg }: KeyAlgorithm, use: KeyUse): KnownKey | undefined;
/** Remembers the key that was made ready from an object, in place of an earlier one. */
export declare function rememberKey(source: object, use: KeyUse, contents: unknown, key: EngineKey): void;
export {};
