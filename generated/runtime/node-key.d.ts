import type { KeyObject } from "jose";
import type { EngineKey } from "./crypto-engine.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import type { NodeKeyInput } from "./node-crypto.js";
/** What the engine for Node keeps of a key: all that is the same for each token. */
export interface NativeKey {
    /** OpenSSL's name of the hash; null where the algorithm has its own. */
    readonly digest: string | null;
    readonly input: NodeKeyInput;
}
/** What Node asks for beside a key, for an algorithm. */
export declare function describeNative(key: KeyObject, { alg, kty, hash, crv }: KeyAlgorithm): NativeKey;
/** How long a signature takes, as a share of what one turn of the event loop is given (`turns.ts`). */
export declare function costOf({ kty, crv }: KeyAlgorithm): number;
/** What {@link describeNative} made of a key. */
export declare function nativeOf(key: EngineKey): NativeKey;
