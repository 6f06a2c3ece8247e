import type { TokenIssuer } from "./token-issuer.js";
import type { TokenKit } from "./token-kit.js";
import { type ClaimJudge } from "./wrong-claims.js";
/** Of what a bad token is made: a good one of the kit's, by the issuer's keys and clock. */
export interface BadTokenSource {
    readonly kit: TokenKit;
    readonly issuer: TokenIssuer;
    /** A test's own claims in the good one. */
    readonly overrides: unknown;
}
export declare function malformed(source: BadTokenSource): Promise<string>;
export declare function encrypted(source: BadTokenSource): Promise<string>;
/** Good in all else: spaces around JSON say nothing. */
export declare function tooLarge(source: BadTokenSource): Promise<string>;
export declare function algNone(source: BadTokenSource): Promise<string>;
/** By the public key as a secret, where the policy has public keys only (RFC 8725 section 2.1). */
export declare function wrongAlgorithm(source: BadTokenSource): Promise<string>;
export declare function wrongType(source: BadTokenSource): Promise<string>;
export declare function unknownKey(source: BadTokenSource): Promise<string>;
export declare function wrongKey(source: BadTokenSource): Promise<string>;
/** Lives a second longer than was signed. */
export declare function tampered(source: BadTokenSource): Promise<string>;
export declare function expired(source: BadTokenSource): Promise<string>;
export declare function notYetValid(source: BadTokenSource): Promise<string>;
export declare function livesTooLong(source: BadTokenSource): Promise<string>;
export declare function wrongIssuer(source: BadTokenSource): Promise<string>;
/** In the form that the good one has: a text or a list. */
export declare function wrongAudience(source: BadTokenSource): Promise<string>;
export declare function missing(source: BadTokenSource, claim: string): Promise<string>;
export declare function misnamed(source: BadTokenSource, claim: string): Promise<string>;
export declare function invalid(source: BadTokenSource, claim: string): Promise<string>;
export declare function unknown(source: BadTokenSource): Promise<string>;
/** The validators that verify asks for a kind of token. */
export declare function judgeOf({ open, closed, policy, claimNames }: TokenKit): ClaimJudge;
/** Whether the policy has an issuer, or an audience, that another one can stand in place of. */
export declare function hasParty({ policy }: TokenKit, party: "issuer" | "audience"): boolean;
