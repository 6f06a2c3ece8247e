import type { ConsumerDefinition, TokenPolicy } from "./definition.js";
type Claims = Readonly<Record<string, unknown>>;
/** What is known of the issuers of a kind of token. */
export type IssuerDefinition = Pick<ConsumerDefinition, "policy" | "matchIssuer">;
/**
 * Checks `iss` against the policy and what the caller narrows it to (RFC 7519 section 4.1.1, RFC 8725
 * section 3.8): compared as strings, without any normalization. A pattern fits where the policy has patterns. What the caller
 * gives is always taken to the letter: it may hold the tenant that a request names, and so must not become a pattern.
 *
 * @throws {ClaimsError} `issuer_mismatch`
 */
export declare function checkIssuer(claims: Claims, definition: IssuerDefinition, narrowed: readonly string[] | null): void;
/** Whether an issuer is one of those that are expected, to the letter or by pattern. */
export declare function isAmong(expected: readonly string[], issuer: unknown, { matchIssuer }: Pick<ConsumerDefinition, "matchIssuer">): boolean;
/**
 * Checks that `aud` names one of the audiences of the policy and of what the caller narrows it to
 * (RFC 7519 section 4.1.3, RFC 8725 section 3.9).
 *
 * @throws {ClaimsError} `audience_mismatch`
 */
export declare function checkAudience(claims: Claims, policy: TokenPolicy, narrowed: readonly string[] | null): void;
/** A claim's value; only an own property is a claim. */
export declare function readOwn(claims: Claims, name: string): unknown;
/** A policy's one or several names as a list; null where it has none. */
export declare function toList(names: string | readonly string[] | undefined): readonly string[] | null;
export {};
