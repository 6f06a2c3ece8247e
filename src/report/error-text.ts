import type { ClaimsmithError, Location } from "../errors.js";
import { codeFrame } from "../text/source.js";
import { visibleText } from "./visible-text.js";

/** How words are set off on a terminal. */
export interface Style {
  red(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/**
 * An error in words: what is wrong, where, what was expected, what to do.
 *
 * @param source - the text of the file that the error points into, null where it is not at hand
 */
export function errorText(error: ClaimsmithError, source: string | null, style: Style): string {
  const lines = [`${style.red("error")} ${style.dim(`[${error.code}]`)} ${style.bold(visibleText(error.message))}`];
  if (error.at !== undefined) {
    lines.push(`  ${style.dim("at")} ${visibleText(place(error.at)).replaceAll("\n", "\\n")}`);
    const frame = source === null ? "" : codeFrame({ text: source }, error.at);
    if (frame !== "") lines.push("", frame.replace(/^/gm, "  "), "");
  }
  if (error.expected !== undefined) lines.push(`  expected: ${visibleText(error.expected)}`);
  if (error.hint !== undefined) lines.push(`  ${visibleText(error.hint)}`);
  return `${lines.join("\n")}\n`;
}

/** A place as editors and terminals link it: `file:line:column (/json/pointer)`. */
export function place({ file, line, column, pointer }: Location): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return `${file}${position}${pointer === undefined || pointer === "" ? "" : ` (${pointer})`}`;
}
