/** For an argument of any number of words: without it, help shows an empty list as what it is by default. */
export const NO_DEFAULT = { default: undefined };

/** The words that were given for such an argument; for none, the parser gives a list that holds nothing but `undefined`. */
export function givenWords(words: readonly (string | undefined)[] | undefined): readonly string[] {
  return (words ?? []).filter((word) => word !== undefined);
}
