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
export declare function describeNative(key: KeyObject, { node: { digest, options } }: KeyAlgorithm): NativeKey;
/** What {@link describeNative} made of a key. */
export declare function nativeOf(key: EngineKey): NativeKey;
