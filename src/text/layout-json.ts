import type { JsonValue } from "../schema/json-schema.js";
import { quoteText } from "./quote-text.js";

const WIDTH = 100;

/**
 * A JSON text for people who go on from it: indented by two blanks, with what holds only scalars and lists of them on one
 * line where it fits. Whatever could steer a terminal or turn the reading direction stands as an escape. Ends with a line feed.
 */
export function layoutJson(value: JsonValue): string {
  return `${layout(value, 0, 0)}\n`;
}

/**
 * @param indent - blanks before the lines of this value
 * @param used - columns that its first line has used
 */
function layout(value: JsonValue, indent: number, used: number): string {
  if (value === null || typeof value !== "object") return scalar(value);
  const isList = Array.isArray(value);
  const entries: readonly (readonly [string, JsonValue])[] = isList
    ? value.map((item: JsonValue) => ["", item] as const)
    : Object.entries(value).map(([name, member]: [string, JsonValue]) => [`${scalar(name)}: `, member] as const);
  if (entries.length === 0) return isList ? "[]" : "{}";
  if (entries.every(([, member]) => isFlat(member) || (!isList && isFlatList(member)))) {
    const inner = entries.map(([name, member]) => `${name}${layout(member, 0, 0)}`).join(", ");
    const line = isList ? `[${inner}]` : `{ ${inner} }`;
    if (used + line.length <= WIDTH && !line.includes("\n")) return line;
  }
  const blanks = " ".repeat(indent + 2);
  const lines = entries.map(
    ([name, member]) => `${blanks}${name}${layout(member, indent + 2, indent + 3 + name.length)}`,
  );
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function isFlat(value: JsonValue): value is null | boolean | number | string {
  return value === null || typeof value !== "object";
}

function isFlatList(value: JsonValue): boolean {
  return Array.isArray(value) && value.every(isFlat);
}

function scalar(value: null | boolean | number | string): string {
  return typeof value === "string" ? quoteText(value, Number.POSITIVE_INFINITY) : JSON.stringify(value);
}
