/**
 * Says whether a text is the one base64url form of some bytes: no padding, no whitespace, no other
 * alphabet, no stray bits in the last character (RFC 7515 section 2, RFC 4648 section 3.5).
 */
export declare function isBase64url(text: string): boolean;
/** Says whether a text of the alphabet ends as the text of some bytes does: its length is possible, and no stray bit is set. */
export declare function isCanonicalTail(text: string): boolean;
/** The bytes of a base64url text; null where it is not their one canonical form. */
export declare function decodeBase64url(text: string): Uint8Array | null;
