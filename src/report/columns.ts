import type { Style } from "./error-text.js";
import { visibleText } from "./visible-text.js";

/** A line of a column, and how it is set off. */
export interface Line {
  readonly text: string;
  readonly look: "plain" | "bold" | "dim" | "red";
}

/** Characters that take two columns of a terminal: those of East Asia and most pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** A text from a token on one line, with everything that steers a terminal or cannot be seen as an escape. */
export function oneLine(text: string): string {
  return visibleText(text)
    .replaceAll("\n", "\\n")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** A text that takes no more than some columns, with "…" where it was cut. */
export function cutToWidth(text: string, width: number): string {
  let used = 0;
  let marks = 0;
  let kept = "";
  for (const character of text) {
    const columns = widthOf(character);
    marks += columns === 0 ? 1 : 0;
    if (used + columns > width || marks > width) return `${dropLast(kept, used - width + 1)}…`;
    used += columns;
    kept += character;
  }
  return kept;
}

/** A text without as many characters at its end as make room for some columns. */
function dropLast(text: string, columns: number): string {
  const characters = [...text];
  for (let freed = 0; freed < columns && characters.length > 0; ) freed += widthOf(characters.pop() ?? "");
  return characters.join("");
}

/** A text in lines of at most some columns, broken between words where that is possible. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of text.split(" ").flatMap((word) => piecesOf(word, width))) {
    const columns = displayWidth(piece);
    if (line !== "" && used + 1 + columns > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    const space = line === "" ? "" : " ";
    line += space + piece;
    used += space.length + columns;
  }
  return [...lines, line];
}

/** A word in pieces of at most some columns, and of at least one character. */
function piecesOf(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of word) {
    const columns = widthOf(character);
    if (piece !== "" && used + columns > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += columns;
  }
  return [...pieces, piece];
}

const SEPARATOR = " │ ";

/** Columns of the terminal that separate some columns from each other. */
export function separatorWidth(columns: number): number {
  return (columns - 1) * SEPARATOR.length;
}

/** Lines one under the other. */
export function stacked(lines: readonly Line[], style: Style): string {
  return lines.map((line) => painted(line.text, line.look, style)).join("\n");
}

/** Lines that stand beside others. */
export interface Column {
  /** Columns of the terminal; no line is wider. */
  readonly width: number;
  readonly lines: readonly Line[];
}

/** Columns beside each other, with a rule between them; nothing follows the last word of a line. */
export function sideBySide(columns: readonly Column[], style: Style): string {
  const rows = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: rows }, (_, row) =>
    columns
      .map(({ width, lines }, index) => {
        const { text, look } = lines[row] ?? { text: "", look: "plain" };
        const isLast = index === columns.length - 1;
        return painted(text, look, style) + (isLast ? "" : " ".repeat(Math.max(0, width - displayWidth(text))));
      })
      .join(SEPARATOR)
      .trimEnd(),
  ).join("\n");
}

function painted(text: string, look: Line["look"], style: Style): string {
  return look === "plain" ? text : style[look](text);
}
