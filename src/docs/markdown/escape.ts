import type { TextPart } from "../../facts/standard-links.js";
import { visibleCharacters, visibleJson } from "../../text/visible-characters.js";
import { paragraphsOf } from "../prose.js";

/**
 * A text as Markdown that shows it and does nothing else: no markup, no HTML, no link, no mention, no end of a cell, and nothing that
 * a generator of sites fills in (`{{ … }}`, `{% … %}`).
 */
export function text(value: string): string {
  return visibleCharacters(value)
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("{", "&lbrace;")
    .replace(/[\\`*_[\]|~$^!]/g, "\\$&")
    .replace(/[@#](?=[\w.-])|:(?=\/\/)|www(?=\.)/gi, "$&<!-- -->")
    .replace(/^(?=[-+#=]|\d+[.)])/, "&#8203;");
}

/** A value as code, also in the cell of a table: whatever is in it, it ends neither. */
export function code(value: string): string {
  if (/^[\w:./@#,;=+ -]+$/.test(value) && value.trim() === value) return `\`${value}\``;
  return `<code>${text(value)}</code>`;
}

/** A text of several lines as a block of code, whose fence is longer than any in the text. */
function block(value: string, language: string): string {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${value}\n${fence}`;
}

/** A JSON text as a block of code: what a generator of sites would fill in is written otherwise, and means the same. */
export function jsonBlock(json: string): string {
  // Two such characters meet in strings alone.
  return block(visibleJson(json).replace(/\{(?=[{%])/g, "\\u007b"), "json");
}

/** A text without lines as a block of code. */
export function textBlock(value: string): string {
  return block(visibleCharacters(value), "text");
}

/** The paragraphs of a description, each as {@link text}. */
export function paragraphs(description: string | null): readonly string[] {
  return description === null ? [] : paragraphsOf(description).map(text);
}

/** A text of which parts lead elsewhere. */
export function links(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.url === null ? spaced(part.text) : `[${text(part.text)}](${part.url})`)).join("");
}

/** A table; no cell may hold a line break. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** As {@link text}, with the blanks at both ends, which part it from links. */
function spaced(value: string): string {
  return `${/^\s/.test(value) ? " " : ""}${text(value)}${/\s$/.test(value) ? " " : ""}`;
}
