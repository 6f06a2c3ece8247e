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
export function describeNative(key: KeyObject, { node: { digest, options } }: KeyAlgorithm): NativeKey {
  return { digest, input: { key, ...options } };
}

/** What {@link describeNative} made of a key. */
export function nativeOf(key: EngineKey): NativeKey {
  // toNative() of the engine for Node has put it there.
  return key.native as NativeKey;
}
