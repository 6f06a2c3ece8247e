import { type Location, SchemaError } from "../../errors.js";

/**
 * Checks that a pattern is a regular expression of ECMA-262 in Unicode mode, as JSON Schema advises and the validators use it.
 *
 * @param at - the place of the pattern, only asked for on a fault
 * @throws {SchemaError} `invalid_pattern`
 */
export function checkPattern(pattern: string, at: () => Location): void {
  try {
    new RegExp(pattern, "u");
  } catch (cause) {
    throw new SchemaError("invalid_pattern", `The pattern ${JSON.stringify(pattern)} is not a regular expression.`, {
      at: at(),
      expected: "a regular expression of ECMA-262 that holds in Unicode mode",
      hint: hintFor(pattern),
      cause,
    });
  }
}

/** Whether the engine takes the pattern without Unicode mode tells a slip of escaping from a broken expression. */
function hintFor(pattern: string): string {
  try {
    new RegExp(pattern);
  } catch {
    return "Check that groups, classes and quantifiers are closed, and that look-behind or flags of other languages are not used.";
  }
  const needless = /\\([^\w\s^$\\.*+?()[\]{}|/])/.exec(pattern);
  if (needless) return `Write "${needless[1]}" without the backslash: Unicode mode escapes only what has a meaning.`;
  return "Escape a literal { } or ] with a backslash, and drop backslashes before letters that have no meaning.";
}
