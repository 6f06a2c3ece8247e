import type { JsonValue } from "../schema/json-schema.js";
import { quote } from "./quote.js";
import type { Documentation } from "./type.js";

/** Values whose JSON is longer than this are left out of comments. */
const LONGEST_VALUE = 200;

/** A TSDoc comment with a line break behind it; empty where there is nothing to say. */
export function printComment(documentation: Documentation): string {
  const lines = commentLines(documentation);
  const [only] = lines;
  if (only === undefined) return "";
  if (lines.length === 1) return `/** ${only} */\n`;
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */", ""].join("\n");
}

/**
 * The lines of a TSDoc comment, without its frame: summary, then `@deprecated`, `@defaultValue`, `@example`.
 * What schemas say is text: it cannot close the comment, add a tag, or hide or turn what stands beside it.
 */
export function commentLines({ summary, deprecated, default: fallback, examples }: Documentation): readonly string[] {
  const lines = summary === null ? [] : textLines(summary);
  const tags: string[] = [];
  if (deprecated) tags.push("@deprecated");
  if (fallback !== undefined) tags.push(...valueLines("@defaultValue", fallback));
  for (const example of examples) tags.push(...valueLines("@example", example));
  return lines.length > 0 && tags.length > 0 ? [...lines, "", ...tags] : [...lines, ...tags];
}

function textLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => escapeText(line).trimEnd());
  const start = lines.findIndex((line) => line !== "");
  if (start < 0) return [];
  return lines.slice(start, lines.findLastIndex((line) => line !== "") + 1);
}

/** A tag with a value as JSON. JSON has few characters that mean something in TSDoc; those are escaped as in any string. */
function valueLines(tag: string, value: JsonValue): readonly string[] {
  const json = typeof value === "string" ? quote(value) : JSON.stringify(value);
  if (json === undefined || json.length > LONGEST_VALUE) return [];
  const code = json.replace(/[`@{}]/g, (character) =>
    character === "{" || character === "}" ? character : escapeUnit(character),
  );
  return [`${tag} \`${escapeUnseen(code).replaceAll("*/", "*\\/")}\``];
}

/** TSDoc reads `@` and braces as tags, `*` before `/` as the end; a backslash takes their meaning away. */
function escapeText(text: string): string {
  return escapeUnseen(text)
    .replaceAll("*/", "*\\/")
    .replace(/(?<![\w.+-])@(?=\w)|\{(?=@)/g, "\\$&");
}

/** Control characters, zero-width characters and those that turn the direction of text, as visible escapes. */
function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, escapeUnit);
}

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
