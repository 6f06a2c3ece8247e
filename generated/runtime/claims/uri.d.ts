/** Says whether a text is a URI with a scheme (RFC 3986 section 3), with the verdicts of ajv-formats 3.0.1. */
export declare function isUri(text: string): boolean;
