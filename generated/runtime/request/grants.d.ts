/** A claim that says what its token grants, and how it says so. */
export interface Grant {
    /** Its name on the wire. */
    readonly claim: string;
    /** `words`: a scope, one text of words (RFC 8693 section 4.2) or a list of them; `list`: a list; `one`: a single value. */
    readonly form: "words" | "list" | "one";
}
/**
 * Whether claims grant what is wanted: each of the wanted words or items; of a claim that has a single value, one of them.
 *
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export declare function holdsGrants(grant: Grant, claims: object, wanted: readonly unknown[]): boolean;
/**
 * Lets claims pass that grant what is wanted, as {@link holdsGrants} says.
 *
 * @param realm - for the challenge; null for none
 * @throws {AuthenticationError} `insufficient_scope`, with status 403
 * @throws {ClaimsError} `invalid_option` where nothing is wanted, or what no claim can hold
 */
export declare function requireGrants(grant: Grant, claims: object, wanted: readonly unknown[], realm?: string | null): void;
/**
 * Checks what is wanted. A list that is empty by mistake would let everything pass.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function checkWanted(grant: Grant, wanted: readonly unknown[]): void;
