/**
 * Reads a duration such as `15m` or `30s`.
 *
 * @returns whole seconds, the unit of NumericDate (RFC 7519 section 2); null for anything else, bare numbers included
 */
export declare function parseDuration(text: unknown): number | null;
