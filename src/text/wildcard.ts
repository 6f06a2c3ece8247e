/** Returns whether a text has a wildcard: `*` or `?`. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * Returns whether a name is what a pattern says: `*` stands for any number of characters, `?` for one.
 *
 * Takes time in proportion to the two lengths multiplied, whatever the pattern: no regular expression is made of it.
 */
export function matchesWildcard(name: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  // Where the last `*` stands, and the first character that it has not taken yet.
  let star = -1;
  let taken = 0;
  while (at < name.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      star = inPattern++;
      taken = at;
    } else if (wanted === "?" || (wanted !== undefined && wanted === name[at])) {
      at++;
      inPattern++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++taken;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
