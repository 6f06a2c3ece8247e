import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { type BoundedMap, createBoundedMap } from "../text/bounded-map.js";

/** Public keys that are remembered: more than a service has issuers. */
const MAX_KNOWN = 16;

// Made on first use: a module without top-level work can be shaken out of a bundle.
let known: BoundedMap<string, EngineKey> | undefined;

/** The public key that was imported from the same PEM text for the same algorithm; else undefined. */
export function recallPem(pem: string, { alg }: KeyAlgorithm): EngineKey | undefined {
  return known?.get(`${alg} ${pem}`);
}

/** Remembers the public key of a PEM text. Never called with a private key. */
export function rememberPem(pem: string, key: EngineKey): void {
  known ??= createBoundedMap(MAX_KNOWN);
  known.set(`${key.algorithm.alg} ${pem}`, key);
}
