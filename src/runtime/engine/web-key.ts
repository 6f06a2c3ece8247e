import type { CryptoKey } from "jose";
import type { EngineKey } from "./crypto-engine.js";
import type { CheckedKey } from "./key-check.js";

/** What the engine of every platform keeps of a key. */
export interface WebKey {
  readonly key: CheckedKey;
  /** The key as Web Crypto takes it, from the first token on; null before. */
  imported: Promise<CryptoKey> | null;
}

/** What the engine of every platform made of a key. */
export function webKeyOf(key: EngineKey): WebKey {
  // toNative() of that engine has put it there.
  return key.native as WebKey;
}
