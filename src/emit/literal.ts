/** Widest line that a literal is kept on. */
const LINE_WIDTH = 100;

/**
 * A JSON value as a JavaScript expression, over several lines where one would be long.
 *
 * `__proto__` becomes a computed key, which makes an own property of it; line separators and `</` are escaped, so that
 * the text is the same data in a script, in a string and in a comment.
 */
export function literal(value: unknown, indent = ""): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, `${indent}  `))
    : Object.entries(value).map(([name, member]) => `${propertyKey(name)}: ${literal(member, `${indent}  `)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const pad = Array.isArray(value) ? "" : " ";
  const line = open + pad + parts.join(", ") + pad + close;
  if (line.length + indent.length <= LINE_WIDTH && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close}`;
}

/** A string as a JavaScript literal in double quotes. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, escapeUnit)
    .replaceAll("</", "<\\/");
}

/** A property name as it stands in an object literal. */
export function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
