import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import type { CheckedKey } from "../engine/key-check.js";
/** A checked key, ready for use by the engine of the platform; throws where it is no key of this platform. */
export declare function makeReady(key: CheckedKey, algorithm: KeyAlgorithm): EngineKey;
