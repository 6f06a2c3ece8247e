/**
 * What cannot be seen, or steers the reading direction: controls, halves of pairs, what is left out when a text is drawn
 * (Default_Ignorable_Code_Point: zero-width and direction marks, fillers, tags), and no characters. A variation selector behind a
 * pictogram belongs to it.
 */
const UNSEEN =
  /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb\ufffe\uffff]/gu;

/** A text with the codes of what cannot be seen or steers the reading direction; line breaks and tabs stay. */
export function visibleCharacters(text: string): string {
  return text.replace(UNSEEN, (character) =>
    isLayout(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** The same for a JSON text, with codes as JSON has them: whoever copies it has the same value. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) =>
    isLayout(character)
      ? character
      : Array.from(
          { length: character.length },
          (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
        ).join(""),
  );
}

function isLayout(character: string): boolean {
  return character === "\n" || character === "\t";
}
