import type { Duration } from "../policy/definition.js";
/** What verify tells a store of a token whose every other check has passed. */
export interface TokenIdentity {
    readonly jti?: string;
    readonly sub?: string;
    readonly iss?: string;
    /** Seconds since 1970, as `exp`. */
    readonly iat?: number;
    readonly exp: number;
}
/** Says which tokens are revoked. All that verify asks of a store, so that any database can be one. */
export interface RevocationStore {
    /** What it throws, any answer that is no boolean, and one that is late, refuse the token with `revocation_unavailable`. */
    isRevoked(token: TokenIdentity): boolean | Promise<boolean>;
}
/** The claims by which one token is known again; verified claims have them. `iss: null` where the tokens have no issuer. */
export interface SingleToken {
    readonly iss: string | null;
    readonly jti: string;
    readonly exp: number;
}
/** The claims by which a subject is known again. `iss: null` where its tokens have no issuer. */
export interface TokenSubject {
    readonly iss: string | null;
    readonly sub: string;
}
/** Which tokens of a subject are revoked. */
export interface SubjectRevocation {
    /** The longest lifetime of any token of the subject that the store is asked about: for so long the store remembers. */
    readonly lifetime: Duration;
    /** Those with an earlier `iat`, and those without one; a number is seconds since 1970. Until now, to the full second, where it is left out. */
    readonly before?: Date | number;
}
/** How a family of refresh tokens took the next one. */
export type FamilyStep = "advanced" | "reused" | "unknown";
/** Which refresh token of each family is the present one. Each call is atomic, whoever else calls. */
export interface FamilyStore {
    /** Begins a family with a first token, for so many seconds. */
    beginFamily(family: string, tokenId: string, seconds: number): Promise<void>;
    /** Puts the next token in the place of the present one. Any other than the present one ends the family: `reused`. */
    advanceFamily(family: string, from: string, to: string, seconds: number): Promise<FamilyStep>;
    /** Ends a family; one that is unknown is none. */
    endFamily(family: string): Promise<void>;
}
/** A memory of what has happened to tokens. Each call throws `ClaimsError` `revocation_unavailable` where it cannot be kept. */
export interface TokenStore extends RevocationStore, FamilyStore {
    /**
     * Revokes one token until it expires. A token without `jti` cannot be told from others, so it cannot be revoked singly.
     *
     * @param token - its verified claims
     * @throws {ClaimsError} `invalid_option` where `jti`, `iss` or `exp` is missing, `revocation_unavailable`
     */
    revoke(token: SingleToken): Promise<void>;
    /**
     * Revokes the tokens of a subject that were issued before a time.
     *
     * @throws {ClaimsError} `invalid_option`, `revocation_unavailable`
     */
    revokeSubject(subject: TokenSubject, options: SubjectRevocation): Promise<void>;
    /**
     * Uses a token up: of all the calls for one token, on all machines, exactly one succeeds.
     *
     * @param token - its verified claims
     * @throws {ClaimsError} `token_revoked` where it was used before, `expired`, `invalid_option`, `revocation_unavailable`
     */
    useOnce(token: SingleToken): Promise<void>;
}
/** The store that verify asks. */
export interface StoreOptions {
    /** Asked for each token that has passed every other check; also for one that a cached verifier knows. */
    readonly store?: RevocationStore;
    /** How long a token waits for the store before it is refused, in whole seconds up to `60s`; `1s` where it is left out. Refused without `store`. */
    readonly storeTimeout?: Duration;
}
