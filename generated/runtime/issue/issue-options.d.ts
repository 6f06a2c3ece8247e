import type { IssueKey } from "../keys/key-forms.js";
import type { Duration } from "../policy/definition.js";
/** How one token is issued. */
export interface IssueOptions {
    /** The private key or the secret; of a JWK Set, the key with `keyId` or the first that fits. */
    readonly key: IssueKey;
    /** Header `kid`; the JWK's own where it is left out. */
    readonly keyId?: string;
    /** One of the policy's algorithms; the first that the key fits where it is left out. */
    readonly algorithm?: string;
    /** `exp - iat`; at most the policy's lifetime, which it is where it is left out. */
    readonly expiresIn?: Duration;
    /** From when the token is valid: a time, or a duration from now. */
    readonly notBefore?: Duration | Date;
    /** The time of issue; a number is seconds since 1970 (NumericDate). The clock where it is left out. */
    readonly now?: Date | number;
    /** Further header members. `alg`, `crit`, `b64` and embedded keys cannot be set. */
    readonly header?: Readonly<Record<string, unknown>>;
}
/** The options of issue, checked. Null where the caller leaves the matter to the policy. */
export interface CheckedIssueOptions {
    readonly key: unknown;
    readonly keyId: string | null;
    readonly algorithm: string | null;
    readonly expiresInSeconds: number | null;
    /** Whole seconds since 1970. */
    readonly notBefore: number | null;
    /** Seconds since 1970, with fractions. */
    readonly now: number;
    readonly header: unknown;
}
/**
 * Reads the options of issue, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export declare function readIssueOptions(options: unknown): CheckedIssueOptions;
