/** Seconds until nobody accepts a token any more; none where the time has come. */
export declare function secondsLeft(exp: number): number;
/** Seconds for which a token can be accepted that is issued now and lives so long. */
export declare function secondsOf(lifetime: number): number;
/**
 * The mark of a subject: the time before which its tokens are revoked, and the seconds for which to keep it.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function subjectMark(options: unknown): {
    readonly before: number;
    readonly seconds: number;
};
