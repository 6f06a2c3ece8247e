import type { EngineKey } from "../engine/crypto-engine.js";
/** A key to sign with, the algorithm that it fits, and its id. */
export interface SigningKey {
    readonly alg: string;
    readonly key: EngineKey;
    readonly kid: string | null;
}
/**
 * The first of the algorithms that the key fits, in the policy's order, with the key checked for it.
 *
 * @param keyId - picks a key of a JWK Set, and becomes `kid`; null takes the JWK's own
 * @throws {ClaimsError} `invalid_key`, `key_not_found`, `algorithm_not_allowed`
 */
export declare function findSigningKey(key: unknown, algorithms: readonly string[], keyId: string | null): Promise<SigningKey>;
