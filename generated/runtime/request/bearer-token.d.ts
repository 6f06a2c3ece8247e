/**
 * The token of an `Authorization` field (RFC 6750 section 2.1, RFC 9110 section 11.4): `Bearer`, in any case, spaces, the token.
 * Null where the field is of another scheme.
 *
 * @param value - the field's value
 * @param maxTokenBytes - of a longer token nothing but its scheme is looked at
 * @throws {ClaimsError} `dpop_not_supported`, `invalid_request`, `token_too_large`
 */
export declare function readBearerToken(value: string, maxTokenBytes: number): string | null;
