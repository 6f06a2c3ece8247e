import type { HeaderReader } from "./request-headers.js";
/** Where the token of a request stood. */
export type TokenSource = "header" | "cookie";
/** A token and where it stood; nothing of it has been checked. */
export interface RequestToken {
    readonly token: string;
    readonly source: TokenSource;
}
/**
 * The token of a request: in `Authorization`, or in the cookie where one is named, and not in both (RFC 6750 section 2).
 *
 * @param cookie - name of the cookie; null where only the header counts
 * @throws {ClaimsError} `missing_token`, `unsupported_scheme`, `dpop_not_supported`, `invalid_request`, `token_too_large`
 */
export declare function findToken(headers: HeaderReader, cookie: string | null, maxTokenBytes: number): RequestToken;
