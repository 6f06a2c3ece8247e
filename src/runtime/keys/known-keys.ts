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

// Made on first use: a module without top-level work can be shaken out of a bundle. Weak: a key lives as long as the
// object that it was given as.
let knownKeys: WeakMap<object, KnownKey[]> | undefined;

/**
 * The key that was made ready from the same object for the same algorithm and use, and what the object held then; else
 * undefined. An owner may change a JWK or a secret at any time, so that its identity alone proves nothing.
 */
export function recallKey(source: object, { alg }: KeyAlgorithm, use: KeyUse): KnownKey | undefined {
  const known = knownKeys?.get(source);
  if (known === undefined) return undefined;
  for (const one of known) if (one.key.algorithm.alg === alg && one.use === use) return one;
  return undefined;
}

/** Remembers the key that was made ready from an object, in place of an earlier one. */
export function rememberKey(source: object, use: KeyUse, contents: unknown, key: EngineKey): void {
  knownKeys ??= new WeakMap();
  const others = (knownKeys.get(source) ?? []).filter(
    (known) => known.key.algorithm.alg !== key.algorithm.alg || known.use !== use,
  );
  knownKeys.set(source, [...others, { use, contents, key }]);
}
