import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
/** The public key that was imported from the same PEM text for the same algorithm; else undefined. */
export declare function recallPem(pem: string, { alg }: KeyAlgorithm): EngineKey | undefined;
/** Remembers the public key of a PEM text. Never called with a private key. */
export declare function rememberPem(pem: string, key: EngineKey): void;
