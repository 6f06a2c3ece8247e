/**
 * `T` with the members `K` optional. Distributes over unions; keeps index signatures, and whether the
 * other members are optional or read-only.
 */
export type Optional<T, K extends PropertyKey> = T extends unknown
  ? Flat<{ [P in keyof T as P extends K ? never : P]: T[P] } & { [P in keyof T as P extends K ? P : never]?: T[P] }>
  : never;

/** One object type in place of an intersection, for readable messages of the compiler. */
type Flat<T> = { [P in keyof T]: T[P] };
