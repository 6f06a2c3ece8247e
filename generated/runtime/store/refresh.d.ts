import { type RefreshClaims, type RefreshOptions } from "./refresh-options.js";
export type { NextToken, RefreshClaims, RefreshOptions } from "./refresh-options.js";
export type { FamilyStep, FamilyStore, TokenStore } from "./token-store.js";
/** Hands out refresh tokens of which each counts once (RFC 9700 section 4.14.2). */
export interface RefreshRotation<Session, Pair> {
    /**
     * Begins a family, for a user who has just logged in: what `issue` makes of it.
     *
     * @throws {ClaimsError} `revocation_unavailable`; and what `issue` throws
     */
    begin(session: Session): Promise<Pair>;
    /**
     * Takes a refresh token and gives the next one: what `issue` makes of it. A token that was taken before ends its family,
     * since one of the two who showed it has stolen it.
     *
     * @throws {ClaimsError} `token_revoked`, `revocation_unavailable`; and what `verify` and `issue` throw
     */
    rotate(token: string): Promise<Pair>;
    /**
     * Ends the family of a refresh token, for a user who logs out.
     *
     * @throws {ClaimsError} `revocation_unavailable`; and what `verify` throws
     */
    end(token: string): Promise<void>;
}
/**
 * Makes the rotation of one kind of refresh token, whose claim set declares `jti` and `sid`, the id of the family.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function createRefreshRotation<Claims extends RefreshClaims & Session, Session extends object, Pair>(options: RefreshOptions<Claims, Session, Pair>): RefreshRotation<Session, Pair>;
