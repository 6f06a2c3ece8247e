import type { CheckedKey, EngineKey } from "./crypto-engine.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
/** A checked key, ready for use by the engine of the platform; throws where it is no key of this platform. */
export declare function makeReady(key: CheckedKey, algorithm: KeyAlgorithm): EngineKey;
