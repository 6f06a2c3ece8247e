import type { ClaimIssue } from "../errors/claim-issue.js";
import type { ClaimsErrorCode } from "../errors/claims-error.js";
import type { BadTokenSource } from "./bad-tokens.js";
import type { TokenKit } from "./token-kit.js";
/** A token that has to be refused, and the code that it gets. */
export interface BadTokenCase {
    /** As it is asked for: `expired`, `missing("role")`. */
    readonly name: string;
    /** The code of verify, the usual one first. */
    readonly codes: readonly ClaimsErrorCode[];
    /** The issue that `invalid_claims` has then. */
    readonly issue: {
        readonly code: ClaimIssue["code"];
        readonly claim: string;
    } | null;
    make(source: BadTokenSource): Promise<string>;
}
/** The bad tokens that there are whatever the claim set, by their names. */
export declare function plainCases(kit: TokenKit): readonly BadTokenCase[];
/** All bad tokens that there are of a kind. */
export declare function badTokenCases(kit: TokenKit): readonly BadTokenCase[];
/**
 * The bad tokens of a kind, each made when it is asked for. What there is none of is no member.
 *
 * @param source - the kit, the issuer, and a test's own claims
 */
export declare function badTokens<Bad>(source: BadTokenSource): Bad;
