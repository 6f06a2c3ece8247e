/** A token cut in its three parts, with the header read. Nothing in it can be trusted yet. */
export interface DecodedToken {
    readonly header: Record<string, unknown>;
    /** The parts as they came. */
    readonly encodedHeader: string;
    readonly encodedPayload: string;
    readonly encodedSignature: string;
}
/**
 * Cuts a token and reads its header, before any work on its signature (RFC 7519 section 7.2, steps 1 to 4).
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export declare function decodeToken(token: unknown, maxTokenBytes: number): DecodedToken;
/**
 * Reads the payload of a token whose signature may or may not have been checked.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export declare function decodePayload(token: DecodedToken): Record<string, unknown>;
/**
 * Reads one part of a token: a JSON object in UTF-8 without a byte order mark, without duplicate
 * members, and not nested beyond reason.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export declare function readObject(bytes: Uint8Array, part: "header" | "payload"): Record<string, unknown>;
