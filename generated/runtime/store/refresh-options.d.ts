import type { TokenPolicy } from "../policy/definition.js";
import type { FamilyStore } from "./token-store.js";
/** What the claim set of a refresh token has to declare, so that it can be rotated. */
export interface RefreshClaims {
    readonly jti: string;
    /** Id of the family: all tokens that follow from one login. Registered by OpenID Connect Front-Channel Logout 1.0. */
    readonly sid: string;
}
/** The claims that make the next refresh token the only one of its family that counts; sign them as they are. */
export interface NextToken {
    readonly jti: string;
    readonly sid: string;
}
/** How refresh tokens are rotated. */
export interface RefreshOptions<Claims extends RefreshClaims & Session, Session extends object, Pair> {
    /** Where the present token of each family stands: `createRedisStore`, or `createMemoryStore` for a single process. */
    readonly store: FamilyStore;
    /** The policy of the refresh token; a family that is not used for its `lifetime` ends. */
    readonly policy: Pick<TokenPolicy, "lifetime">;
    /** Verifies a refresh token: the generated function of its kind, with the key, and the store if subjects are revoked. */
    readonly verify: (token: string) => Promise<{
        readonly claims: Claims;
    }>;
    /**
     * Issues the next refresh token, and what goes with it. The session is what `begin` was given, or the claims of the token that
     * was taken: enough to know the user by. What the user may do now is better looked up than carried on.
     */
    readonly issue: (next: NextToken, session: Session) => Promise<Pair>;
    /** Is told of the claims of a token that was shown again, once its family has ended. What it throws changes nothing. */
    readonly onReuse?: (claims: Claims) => unknown;
}
/**
 * Reads the options of a rotation, each once. `lifetime` is in seconds.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readRefreshOptions<Claims extends RefreshClaims & Session, Session extends object, Pair>(options: RefreshOptions<Claims, Session, Pair>): Omit<RefreshOptions<Claims, Session, Pair>, "policy"> & {
    readonly lifetime: number;
};
