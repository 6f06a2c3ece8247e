/**
 * `T` with the members `K` optional. Distributes over unions; keeps index signatures, and whether the
 * other members are optional or read-only.
 */
export type Optional<T, K extends PropertyKey> = T extends unknown ? WithOptional<T, K> : never;
/**
 * One object type in place of an intersection. It is an alias of `T` and `K` themselves, since that is how messages of the compiler
 * name it: `WithOptional<AccessTokenClaims, "exp" | "iss">` in place of all members.
 */
type WithOptional<T, K extends PropertyKey> = {
    [P in keyof Parts<T, K>]: Parts<T, K>[P];
};
type Parts<T, K extends PropertyKey> = {
    [P in keyof T as P extends K ? never : P]: T[P];
} & {
    [P in keyof T as P extends K ? P : never]?: T[P];
};
export {};
