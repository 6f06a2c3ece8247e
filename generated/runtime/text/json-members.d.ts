/** Levels of nesting that a header or a claim set may have. */
export declare const MAX_DEPTH = 128;
/**
 * The JSON object that a text holds; null where the text is not one, nests deeper than `MAX_DEPTH`, or
 * has an object with two members of one name (RFC 7515 section 4, RFC 7519 section 4), which parsers
 * read differently. `__proto__` comes out as an own member like any other.
 */
export declare function parseJsonObject(text: string): Record<string, unknown> | null;
