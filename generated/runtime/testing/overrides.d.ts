/**
 * What a test gives in place of parts of an example: any claims, and of a claim that is an object any members. Lists are
 * replaced as a whole. `undefined` takes out what the claim set does not demand.
 */
export type Overrides<Value> = unknown extends Value ? Value : Value extends Leaf ? Value : {
    [Name in keyof Value]?: Overrides<Value[Name]> | (Nothing extends Pick<Value, Name> ? undefined : never);
};
/** An object without a member. It is assignable to what demands none. */
type Nothing = Record<never, never>;
/** What is replaced as a whole. */
type Leaf = string | number | boolean | null | undefined | readonly unknown[];
/** A copy of plain data with other parts in place of its own. */
export declare function applyOverrides(base: unknown, overrides: unknown): unknown;
/** Puts a member into an object, whatever its name. */
export declare function define(object: object, name: string, value: unknown): void;
export {};
