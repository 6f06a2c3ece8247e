/** Characters of a name that a message shows; names from a token can be as long as the token. */
const SHOWN_CHARACTERS = 64;

/** Controls, line and paragraph separators, bidirectional overrides, invisible characters, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Writes a name in quotes for a message: bounded, on one line, with everything invisible escaped. */
export function quoteName(name: string): string {
  const characters = name.length > SHOWN_CHARACTERS ? `${sliceWhole(name, SHOWN_CHARACTERS)}…` : name;
  const escaped = characters.replace(/["\\]/g, "\\$&").replace(UNPRINTABLE, escapeCharacter);
  return `"${escaped}"`;
}

/** The start of a text, without cutting a surrogate pair in two. */
function sliceWhole(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
