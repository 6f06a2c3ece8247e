const LONGEST_NAME = 256;
const MOST_QUANTIFIERS = 3;

/**
 * Whether a schema's regular expression matches a text; null where that is not worth the risk of asking
 * (an expression that may take exponential time) or cannot be asked. Matches as ajv does, with the `u` flag.
 */
export function matchPattern(pattern: string, text: string): boolean | null {
  if (text.length > LONGEST_NAME || !isCheap(pattern)) return null;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return null;
  }
}

/** No quantified group and no back reference, and few enough quantifiers for a polynomial of low degree. */
function isCheap(pattern: string): boolean {
  if (/\)[*+?{]/.test(pattern) || /\\[1-9k]/.test(pattern)) return false;
  return (pattern.replaceAll("(?", "(").match(/[*+?{]/g) ?? []).length <= MOST_QUANTIFIERS;
}
