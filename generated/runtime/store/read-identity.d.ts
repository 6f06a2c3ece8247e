/** By what a token or a subject is known again. */
export interface Identity {
    readonly issuer: string | null;
    readonly id: string;
    /** Seconds since 1970; not a number for a subject. */
    readonly exp: number;
}
/**
 * Reads by what a token (`jti`) or a subject (`sub`) is known again. What is left out by mistake would mark something that
 * nobody ever looks for, so it is refused.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readIdentity(claims: unknown, name: "jti" | "sub"): Identity;
