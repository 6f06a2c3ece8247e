import type { VerifyKey } from "../keys/key-forms.js";
import type { StoreOptions } from "../store/token-store.js";
import { type CheckedVerifyOptions, type VerifyDemands } from "./verify-options.js";
/** How a verifier is made. */
export interface VerifierOptions extends Omit<VerifyDemands, "now">, StoreOptions {
    /** The public key or the secret, a JWK Set, or a resolver such as jose's `createRemoteJWKSet`. */
    readonly key: VerifyKey;
    /** Remembers that many tokens whose signature was verified; left out, none. Their payloads stay in memory until they expire. */
    readonly cache?: {
        readonly entries: number;
    };
}
/** The options of a verifier, checked. */
export interface CheckedVerifierOptions extends Omit<CheckedVerifyOptions, "now"> {
    /** Tokens that are remembered at most; 0 for none. */
    readonly entries: number;
}
/**
 * Reads the options of a verifier, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export declare function readVerifierOptions(options: unknown): CheckedVerifierOptions;
