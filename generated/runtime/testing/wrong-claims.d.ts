import type { ClaimNameTable } from "../claims/claim-set.js";
import type { ClaimIssue, ClaimsValidator } from "../errors/claim-issue.js";
/** What says which claims are refused: the validators that verify asks, and the names of the claims. */
export interface ClaimJudge {
    readonly validators: readonly ClaimsValidator[];
    readonly claimNames: ClaimNameTable;
    /** The names of the table, to look one up. */
    readonly declared: ReadonlySet<string>;
}
type Claims = Readonly<Record<string, unknown>>;
/** Values that most claims refuse one of. */
export declare const WRONG_VALUES: readonly [null, "", {}, readonly [], true, -1, "\u0001", 0.5, readonly [null], "wrong", 1000000000000, string, readonly [null, null, null], {
    readonly wrong: null;
    readonly "\u0001": null;
}];
/** The claims without one; null where they are not refused for it. */
export declare function withoutClaim(judge: ClaimJudge, claims: Claims, claim: string): Claims | null;
/** The claims with one under another name; null where no name is refused for being meant for it. */
export declare function withMisnamedClaim(judge: ClaimJudge, claims: Claims, claim: string): Claims | null;
/** A name that is taken for a claim's, and is no other claim's; null where there is none, or the claims do not have the claim. */
export declare function misnamedAs({ claimNames, declared }: ClaimJudge, claims: Claims, claim: string): string | null;
/** The claims with a value of one that is refused; null where none was found. */
export declare function withInvalidClaim(judge: ClaimJudge, claims: Claims, claim: string): Claims | null;
/** The claims with one that the claim set does not have. */
export declare function withUnknownClaim(claims: Claims): Claims;
/** What verify finds wrong with claims, times apart that only a clock can judge. */
export declare function findIssues({ validators, claimNames }: ClaimJudge, claims: Claims): readonly ClaimIssue[];
export {};
