/** How the parser reads a command that takes any number of words, none of which begins with a hyphen: it would keep the last word alone. */
export const SEVERAL_WORDS = { "duplicate-arguments-array": true, "boolean-negation": false } as const;

/** The last value of an option that was given more than once: as for every other command, the last counts. */
export function lastOf<Value extends string>(value: Value | readonly Value[]): Value | undefined {
  return typeof value === "string" ? value : value.at(-1);
}
