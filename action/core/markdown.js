// @ts-check

/**
 * Returns a text as a block in which nothing is markup, and which nothing in it ends.
 *
 * @param {string} text
 */
export function fence(text) {
  const mark = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${mark}text\n${plainText(text).trimEnd()}\n${mark}`;
}

/**
 * Returns a text as a code span of one line; nothing in it is a link, a mention or the end of a table's cell.
 *
 * @param {string} text
 */
export function codeSpan(text) {
  const shown = plainText(text).replace(/\s+/g, " ").replaceAll("|", "\\|");
  const mark = "`".repeat(longestRun(shown) + 1);
  return mark === "`" ? `\`${shown}\`` : `${mark} ${shown} ${mark}`;
}

/**
 * Returns what a program printed for people, without colours and without what steers a terminal, turns the reading
 * direction or is no character.
 *
 * @param {string} text
 */
export function plainText(text) {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for exactly these, which colour a terminal.
      .replace(/\u001b\[[0-9;]*m/g, "")
      .replaceAll("\r\n", "\n")
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
        character === "\n" || character === "\t" ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
      )
  );
}

/** @param {string} text */
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
