import type { ClaimsValidator } from "../errors/claim-issue.js";
/**
 * A validator that asks a first pass before the full one: what the first pass accepts is accepted, and all else is for the full
 * pass to say, with its complaints.
 *
 * @param first - accepts nothing that `full` refuses
 */
export declare function withFirstPass(first: (value: unknown) => boolean, full: ClaimsValidator): ClaimsValidator;
/** Says whether a value is an object of JSON. */
export declare function isObject(value: unknown): boolean;
/** Says whether a value is an object that inherits from nothing but `Object.prototype`. */
export declare function isPlain(value: unknown): boolean;
/** Says whether a test holds for all items of an array from a place on. Reads the items itself: an array's own `every` may be anything. */
export declare function all(items: readonly unknown[], test: (item: unknown) => boolean, start?: number): boolean;
/** The number of items of an array for which a test holds. */
export declare function count(items: readonly unknown[], test: (item: unknown) => boolean): number;
/** Says whether no two items of an array are equal as JSON values. */
export declare function isUnique(items: readonly unknown[]): boolean;
