import type { ClaimIssue } from "../errors/claim-issue.js";
/** Issues of the claims that hold times: `exp` must be there, each must be a finite number (RFC 7519 section 2). */
export declare function checkTimeForms(claims: Readonly<Record<string, unknown>>): ClaimIssue[];
/**
 * Checks the times of claims whose forms have been checked (RFC 7519 sections 4.1.4 to 4.1.6).
 *
 * @param now - seconds since 1970
 * @param tolerance - seconds
 * @param lifetime - seconds; the most that `exp - iat` may be, or without `iat` how far `exp` may lie ahead
 * @throws {ClaimsError} `expired`, `not_yet_valid`, `lifetime_exceeded`
 */
export declare function checkTimes(claims: Readonly<Record<string, unknown>>, now: number, tolerance: number, lifetime: number): void;
/** A time in seconds; null where the claim is absent. Only an own property is a claim. */
export declare function readTime(claims: Readonly<Record<string, unknown>>, claim: "exp" | "nbf" | "iat"): number | null;
