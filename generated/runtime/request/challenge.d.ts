/** The error codes of RFC 6750 section 3.1. */
export type BearerError = "invalid_request" | "invalid_token" | "insufficient_scope";
/** Whether a value can be one word of a scope. */
export declare function isScopeToken(value: unknown): value is string;
/** Whether a value can be a realm. */
export declare function isRealm(value: unknown): value is string;
/**
 * The value of `WWW-Authenticate` (RFC 6750 section 3, RFC 9110 section 11.6.1). It has no description: which check refused
 * a token helps who forges tokens, and the client would do the same whatever it was.
 *
 * @param error - null where the request holds no token that this service could take
 * @param scope - the words that are demanded, of {@link isScopeToken}
 */
export declare function bearerChallenge(realm: string | null, error: BearerError | null, scope?: readonly string[]): string;
