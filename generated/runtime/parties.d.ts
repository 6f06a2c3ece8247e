import type { TokenPolicy } from "./definition.js";
type Claims = Readonly<Record<string, unknown>>;
/**
 * Checks `iss` against the policy and what the caller narrows it to (RFC 7519 section 4.1.1, RFC 8725
 * section 3.8): compared as strings, without any normalization.
 *
 * @throws {ClaimsError} `issuer_mismatch`
 */
export declare function checkIssuer(claims: Claims, policy: TokenPolicy, narrowed: readonly string[] | null): void;
/**
 * Checks that `aud` names one of the audiences of the policy and of what the caller narrows it to
 * (RFC 7519 section 4.1.3, RFC 8725 section 3.9).
 *
 * @throws {ClaimsError} `audience_mismatch`
 */
export declare function checkAudience(claims: Claims, policy: TokenPolicy, narrowed: readonly string[] | null): void;
/** A policy's one or several names as a list; null where it has none. */
export declare function toList(names: string | readonly string[] | undefined): readonly string[] | null;
export {};
