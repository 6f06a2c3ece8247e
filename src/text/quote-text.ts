/**
 * A text in double quotes, as a message may show it: cut after `limit` code units, with everything that could steer a
 * terminal or turn the reading direction as a `\uXXXX` escape.
 */
export function quoteText(text: string, limit = 60): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return JSON.stringify(cut).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    // Astral format characters (tags) become their two code units.
    (character) =>
      Array.from(
        { length: character.length },
        (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
      ).join(""),
  );
}
