import type { EncodedToken } from "../engine/crypto-engine.js";
/** A token cut in its three parts, as they came. */
export interface CutToken {
    readonly encodedHeader: string;
    readonly encodedPayload: string;
    readonly encodedSignature: string;
}
/** A token with its parts decoded and the header read. Nothing in it can be trusted yet. */
export interface DecodedToken extends EncodedToken, CutToken {
    readonly header: Record<string, unknown>;
    /** The payload's text; undefined where its bytes are not UTF-8, which is told only of a token that is signed. */
    readonly payload: string | undefined;
}
/**
 * Cuts a token and reads its header, before any work on its signature (RFC 7519 section 7.2, steps 1 to 4).
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export declare function decodeToken(token: unknown, maxTokenBytes: number): DecodedToken;
/**
 * Cuts a token at its dots.
 *
 * @param maxTokenBytes - a token of this size passes, a longer one is not looked at
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`
 */
export declare function cutToken(token: unknown, maxTokenBytes: number): CutToken;
/**
 * Reads a header; the same text is read once.
 *
 * @throws {ClaimsError} `malformed_token`
 */
export declare function readHeader(encoded: string): Record<string, unknown>;
/**
 * Reads one part of a token: a JSON object in UTF-8 without a byte order mark, without duplicate
 * members, and not nested beyond reason.
 *
 * @param text - undefined stands for bytes that are not UTF-8
 * @throws {ClaimsError} `malformed_token`
 */
export declare function readObject(text: string | undefined, part: "header" | "payload"): Record<string, unknown>;
