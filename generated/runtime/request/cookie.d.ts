/** Whether a text can be the name of a cookie (RFC 6265 section 4.1.1). */
export declare function isCookieName(name: unknown): name is string;
/**
 * The value of a cookie as it was sent, or null where there is none or it is empty: that is how a browser is signed out.
 *
 * Nothing is decoded: neither quotes nor `%` stand in a token, and spaces of other scripts do not make another name the
 * wanted one (RFC 6265 section 5.4 knows none). Who can set a cookie for a neighbouring domain can send a second one of
 * the same name, and which comes first is theirs to choose: so two are refused, alike or not.
 *
 * @param field - the value of the `Cookie` field
 * @param maxTokenBytes - of a field that is much longer, nothing is looked at
 * @throws {ClaimsError} `invalid_request`
 */
export declare function readCookie(field: string, name: string, maxTokenBytes: number): string | null;
