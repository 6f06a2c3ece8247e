import type { TokenKit } from "./token-kit.js";
/**
 * Claims of a verified token, with those of a test in place of the example's: new data at each call, equal at every call.
 *
 * @throws {ClaimsError} `invalid_claims` where they do not conform to the claim set
 */
export declare function exampleClaims<Claims>(kit: TokenKit, overrides?: unknown): Claims;
/** The example with a test's claims in their places, however wrong. */
export declare function mergedClaims(kit: TokenKit, overrides: unknown): Record<string, unknown>;
/**
 * The claims of a token that is issued at a time: as {@link mergedClaims}, with the times and the id of a new token unless a test
 * gives its own.
 *
 * @param now - seconds since 1970
 */
export declare function claimsAt(kit: TokenKit, now: number, overrides: unknown): Record<string, unknown>;
