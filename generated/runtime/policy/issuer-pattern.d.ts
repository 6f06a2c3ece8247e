/** How an issuer fits one that was expected. */
export interface IssuerMatch {
    /** The pattern that it fits, or the issuer as it was expected. */
    readonly pattern: string;
    /** What the placeholders stand for, by their names. */
    readonly parameters: Readonly<Record<string, string>>;
}
/** What verify returns besides, where the policy's issuer has placeholders. */
export interface OfIssuer<Parameters> {
    /** What they stand for in the verified claim `iss`. */
    readonly issuerParameters: Parameters;
}
/**
 * The first of several issuers and patterns that an issuer fits; null where it fits none. In `https://login.example/{tenant}/v2.0` the placeholder is one segment of the path, of unreserved
 * characters (RFC 3986 section 2.3) and not of dots alone. All else is compared to the letter, in time linear in the texts.
 *
 * @param expected - issuers and patterns of issuers
 */
export declare function matchIssuer(expected: readonly string[], issuer: unknown): IssuerMatch | null;
