import type { JWK } from "jose";
/** A key that was made for a test and lives as long as its objects. */
export interface FakeKey {
    readonly alg: string;
    readonly kid: string;
    /** Signs. Of HMAC: the secret, which verifies too. */
    readonly privateJwk: JWK;
    /** Verifies. Of HMAC: the secret. */
    readonly publicJwk: JWK;
}
/**
 * Makes a key for a JWS algorithm.
 *
 * @throws {ClaimsError} `algorithm_not_allowed` for an algorithm that is not known here
 */
export declare function makeFakeKey(alg: string, kid: string): Promise<FakeKey>;
