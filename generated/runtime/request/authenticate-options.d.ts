import type { Verifier } from "../verify/verifier.js";
import type { VerifyDemands, VerifyOptions } from "../verify/verify-options.js";
import { type Grant } from "./grants.js";
/** Where the token of a request may stand, and what it has to grant. */
export interface RequestDemands<Scope extends string = never> {
    /** Takes the token from this cookie, too. The service then has to see to forged requests (CSRF) itself: see `source`. */
    readonly cookie?: string;
    /** Demands each of these scopes (RFC 6749 section 3.3). */
    readonly scope?: Scope | readonly Scope[];
    /** Names the protected space in the challenge (RFC 9110 section 11.5): printable ASCII without `"` and `\`. */
    readonly realm?: string;
}
/** How a request is authenticated: with the options of verify, or with a verifier that was made before. */
export type AuthenticateOptions<Claims, Scope extends string = never, More = unknown> = RequestDemands<Scope> & ((VerifyOptions & {
    readonly verifier?: never;
}) | (VerifyDemands & {
    readonly verifier: Verifier<Claims, More>;
    readonly key?: never;
}));
/** The options of authenticate, checked, but for those that are verify's. */
export interface CheckedAuthenticateOptions {
    readonly cookie: string | null;
    readonly scope: readonly unknown[] | null;
    readonly realm: string | null;
    /** A function, if not null; what it says is taken as verify's answer. */
    readonly verifier: unknown;
    /** The others, for verify or the verifier to check. */
    readonly rest: Readonly<Record<string, unknown>>;
}
/**
 * Reads the options of authenticate, each once.
 *
 * @param grant - the claim that holds the scope; null where the claim set has none
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readAuthenticateOptions(options: unknown, grant: Grant | null): CheckedAuthenticateOptions;
