import type { KeyFamily } from "../engine/key-algorithm.js";
/** All families of algorithms, for what is not made for one kind of token alone. */
export declare const KEY_FAMILIES: readonly KeyFamily[];
