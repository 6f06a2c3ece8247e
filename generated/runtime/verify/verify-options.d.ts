import type { VerifyKey } from "../keys/key-forms.js";
import type { Duration } from "../policy/definition.js";
import { type GivenOptions } from "../policy/read-options.js";
import type { StoreOptions } from "../store/token-store.js";
import { type PrepareCheck } from "./check-revoked.js";
/** What is demanded of a token beyond its policy. */
export interface VerifyDemands {
    /** Demands one of these audiences; narrows the policy where the policy has any. */
    readonly audience?: string | readonly string[];
    /** Demands one of these issuers, to the letter; narrows the policy where the policy has any. */
    readonly issuer?: string | readonly string[];
    /** In place of the policy's tolerance; at most `5m`. */
    readonly clockTolerance?: Duration;
    /** The time of verification; a number is seconds since 1970 (NumericDate). The clock where it is left out. */
    readonly now?: Date | number;
}
/** How one token is verified. */
export interface VerifyOptions extends VerifyDemands, StoreOptions {
    /** The public key or the secret, a JWK Set, or a resolver such as jose's `createRemoteJWKSet`. */
    readonly key: VerifyKey;
}
/** What is demanded, checked. Null where the caller leaves the matter to the policy. */
export interface CheckedDemands {
    readonly audience: readonly string[] | null;
    readonly issuer: readonly string[] | null;
    readonly clockToleranceSeconds: number | null;
    /** Seconds since 1970, with fractions. */
    readonly now: number;
}
/** The options of verify, checked. */
export interface CheckedVerifyOptions extends CheckedDemands {
    readonly key: unknown;
    /** Null where there is no store. */
    readonly prepareCheck: PrepareCheck | null;
}
/**
 * Reads the options of verify, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export declare function readVerifyOptions(options: unknown): CheckedVerifyOptions;
/**
 * Reads what one call demands of a verifier that has its key, each once.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readCallOptions(options: unknown): CheckedDemands;
/**
 * The demands among some options.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readDemands(given: GivenOptions): CheckedDemands;
