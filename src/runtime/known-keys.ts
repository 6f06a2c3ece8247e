import type { Jwk, KeyUse, PreparedKey } from "./key-forms.js";

/** The last key that was imported from a JWK object, and all that the import depended on. */
interface KnownKey {
  readonly alg: string;
  readonly use: KeyUse;
  readonly members: ReadonlyMap<string, unknown>;
  readonly key: PreparedKey;
}

// Made on first use: a module without top-level work can be shaken out of a bundle. Weak: a key lives as long as its JWK.
let knownKeys: WeakMap<object, KnownKey> | undefined;

/**
 * The key that was imported from the same object, where the algorithm, the use and every member are still those of the
 * import; else null. An owner may change a JWK at any time, so that its identity alone proves nothing.
 */
export function recallKey({ source, members }: Jwk, alg: string, use: KeyUse): PreparedKey | null {
  const known = knownKeys?.get(source);
  if (known === undefined || known.alg !== alg || known.use !== use || known.members.size !== members.size) return null;
  for (const [name, value] of members) {
    // What a list such as "key_ops" holds is checked at each use, and is no part of the key.
    if (value !== known.members.get(name)) return null;
  }
  return known.key;
}

/** Remembers the key that was imported from the members of a JWK object. */
export function rememberKey({ source, members }: Jwk, alg: string, use: KeyUse, key: PreparedKey): void {
  knownKeys ??= new WeakMap();
  knownKeys.set(source, { alg, use, members, key });
}
