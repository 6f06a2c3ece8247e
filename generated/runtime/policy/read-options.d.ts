/** Beyond this (the year 5138), a number is a time in milliseconds by mistake. */
export declare const MAX_NUMERIC_DATE = 100000000000;
/** The options that a caller gave, each read once. */
export type GivenOptions = ReadonlyMap<string, unknown>;
/**
 * Reads an object of options, of which each has to be known.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readOptions(options: unknown, known: readonly string[]): GivenOptions;
/**
 * The option `key`; what it holds is checked where it is used.
 *
 * @throws {ClaimsError} `invalid_key`
 */
export declare function readKey(given: GivenOptions): unknown;
/**
 * The time that stands for now: seconds since 1970, with fractions.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readNow(now: unknown): number;
/**
 * A time: seconds since 1970, with fractions.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readInstant(value: unknown, option: string): number;
/**
 * A duration in seconds.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readDuration(value: unknown, option: string): number;
/**
 * One name or several. Present and undefined is refused too: it is what a missing environment variable
 * gives, and would quietly drop the check that the caller asked for.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readNames(given: GivenOptions, option: string): readonly string[] | null;
