/** Says whether two values of `typ` are one media type: in any case, `application/` implied (RFC 7515 section 4.1.9). */
export declare function isSameMediaType(one: string, other: string): boolean;
