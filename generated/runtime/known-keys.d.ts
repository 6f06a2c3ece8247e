import type { Jwk, KeyUse, PreparedKey } from "./key-forms.js";
/**
 * The key that was imported from the same object, where the algorithm, the use and every member are still those of the
 * import; else null. An owner may change a JWK at any time, so that its identity alone proves nothing.
 */
export declare function recallKey({ source, members }: Jwk, alg: string, use: KeyUse): PreparedKey | null;
/** Remembers the key that was imported from the members of a JWK object. */
export declare function rememberKey({ source, members }: Jwk, alg: string, use: KeyUse, key: PreparedKey): void;
