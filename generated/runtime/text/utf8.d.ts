/** The text of some bytes, a byte order mark included; undefined where they are not UTF-8. */
export declare function decodeUtf8(bytes: Uint8Array): string | undefined;
