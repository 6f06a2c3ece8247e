import type { Location } from "../errors.js";

/** A line and a column, both from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text with its file name, for turning offsets into places. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The position of an offset. The first call reads the whole text once. */
  positionAt(offset: number): Position;
}

/** A source around a decoded text. Lines end with LF, CR LF or CR. */
export function createSource(file: string, text: string): Source {
  let starts: readonly number[] | null = null;
  return {
    file,
    text,
    positionAt(offset) {
      starts ??= lineStarts(text);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\n|\r/gu)) starts.push(end.index + end[0].length);
  return starts;
}

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
const WIDEST_LINE = 120;

/**
 * The lines around a place, numbered, with a caret under its column: plain text without colour, no newline at the end.
 * Empty where the location has no line or lies outside the text. Long lines are cut around the
 * caret, and characters that could steer a terminal or turn the reading direction are shown as `?`.
 *
 * @example
 * codeFrame({ text: '{\n  "a": 1,\n}' }, { file: "x.json", line: 3, column: 1 })
 * //   1 | {
 * //   2 |   "a": 1,
 * // > 3 | }
 * //     | ^
 */
export function codeFrame(source: { readonly text: string }, location: Location): string {
  if (location.line === undefined) return "";
  const lines = source.text.replace(/^\ufeff/u, "").split(/\r\n|\n|\r/u);
  if (location.line < 1 || location.line > lines.length) return "";
  const column = Math.max(1, location.column ?? 1);
  const first = Math.max(1, location.line - LINES_BEFORE);
  const last = Math.min(lines.length, location.line + LINES_AFTER);
  const cut = column > WIDEST_LINE - 20 ? column - WIDEST_LINE / 2 : 0;
  const width = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const marker = number === location.line ? ">" : " ";
    const shown = printable((lines[number - 1] ?? "").slice(cut, cut + WIDEST_LINE));
    frame.push(`${marker} ${String(number).padStart(width)} | ${shown}`.trimEnd());
    if (number === location.line && location.column !== undefined) {
      frame.push(`  ${" ".repeat(width)} | ${" ".repeat(column - 1 - cut)}^`);
    }
  }
  return frame.join("\n");
}

/** One visible character for each code unit, so that the caret stays under its column. */
function printable(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "?")
    .replace(/\p{Cs}/gu, "?");
}
