/** How a regular expression differs with the flag `u` and without it. */
export type UnicodeDifference =
  | { readonly kind: "syntax"; readonly what: string }
  | { readonly kind: "invalid" }
  | { readonly kind: "characters" };

/** Short texts with characters beyond U+FFFF, which are two units without the flag: whoever counts or excludes them differs. */
const SAMPLES = ["", "a", "ab", "abc", "a1"].flatMap((text) => [
  `\u{1f600}${text}`,
  `${text}\u{1f600}`,
  `${text}\u{1f600}\u{1f600}`,
  `${text}\u{1f600}${text}`,
]);

/** A difference that is certain: of the syntax, or shown by a short text; null where none was found. */
export function findUnicodeDifference(pattern: string): UnicodeDifference | null {
  const found = /^(?:[^\\]|\\[^pPu]|\\u(?!\{))*\\(?:(p|P)\{|u\{)/u.exec(pattern);
  if (found !== null)
    return { kind: "syntax", what: found[1] === undefined ? "a code point in braces" : "a property of Unicode" };
  const unicode = compile(pattern, "u");
  if (unicode === null) return null;
  const plain = compile(pattern, "");
  if (plain === null) return { kind: "invalid" };
  return SAMPLES.some((text) => plain.test(text) !== unicode.test(text)) ? { kind: "characters" } : null;
}

function compile(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}
