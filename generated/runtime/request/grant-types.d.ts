/** What a claim can hold, of a claim set whose claims may differ from case to case. */
type ClaimValue<Claims, Name extends string> = Claims extends unknown ? Name extends keyof Claims ? Claims[Name] : never : never;
/** The texts that a claim can hold, alone or in a list. */
export type GrantValue<Claims, Name extends string> = Extract<ClaimValue<Claims, Name>, string> | Extract<Extract<ClaimValue<Claims, Name>, readonly unknown[]>[number], string>;
/** The words of the texts that a claim can hold, where they are known: `"a b" | "c"` has `a`, `b` and `c`. */
export type ScopeValue<Claims, Name extends string> = WordOf<GrantValue<Claims, Name>>;
/** One or more of them, as the arguments of a helper. */
export type GrantList<Claims, Name extends string> = readonly [GrantValue<Claims, Name>, ...GrantValue<Claims, Name>[]];
/** One or more of them, as the arguments of a helper. */
export type ScopeList<Claims, Name extends string> = readonly [ScopeValue<Claims, Name>, ...ScopeValue<Claims, Name>[]];
/** Each member of a union for itself; a text of which nothing is known stays as it is. */
type WordOf<Text extends string> = Text extends unknown ? string extends Text ? Text : Text extends `${infer Word} ${infer Rest}` ? Word | WordOf<Rest> : Text : never;
export {};
