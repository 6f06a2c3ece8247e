/** Whether a type is `any`, which nothing else is. */
export type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * Paths to whatever is `any` in a type: members, elements (`[]`), what promises and maps hold, parameters and
 * results of functions (`()`).
 * `never` where nothing is. It looks six levels deep, so that recursive types end.
 */
export type MembersThatAreAny<T, Path extends string = "", Depth extends unknown[] = []> =
  IsAny<T> extends true
    ? Path extends ""
      ? "."
      : Path
    : Depth["length"] extends 6
      ? never
      : T extends string | number | boolean | bigint | symbol | null | undefined
        ? never
        : T extends (...parameters: infer Parameters) => infer Result
          ?
              | MembersThatAreAny<Parameters, Join<Path, "()">, [...Depth, 1]>
              | MembersThatAreAny<Result, Join<Path, "()">, [...Depth, 1]>
          : T extends Promise<infer Result>
            ? MembersThatAreAny<Result, Join<Path, "await">, [...Depth, 1]>
            : T extends ReadonlyMap<infer Name, infer Value>
              ? MembersThatAreAny<[Name, Value], Path, [...Depth, 1]>
              : T extends readonly (infer Item)[]
                ? MembersThatAreAny<Item, Join<Path, "[]">, [...Depth, 1]>
                : T extends Platform
                  ? never
                  : { [Name in keyof T]-?: MembersThatAreAny<T[Name], Join<Path, Name>, [...Depth, 1]> }[keyof T];

/** Objects of the platform, whose members are not ours. */
type Platform = Date | Uint8Array | Error;

type Join<Path extends string, Name extends PropertyKey> = Path extends ""
  ? `${Exclude<Name, symbol>}`
  : `${Path}.${Exclude<Name, symbol>}`;

type IsOptional<T, Name extends keyof T> = Record<never, never> extends Pick<T, Name> ? true : false;

/** Names of the members that may be absent. */
export type OptionalNames<T> = { [Name in keyof T]-?: IsOptional<T, Name> extends true ? Name : never }[keyof T];

/** Names of the members that are always there. */
export type RequiredNames<T> = Exclude<keyof T, OptionalNames<T>>;
