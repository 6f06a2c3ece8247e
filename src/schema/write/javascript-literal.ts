/**
 * A JSON value as a JavaScript expression that gives the same value in any place of a script: `__proto__` is an own member,
 * and neither a line separator nor a tag is left in a string.
 */
export function toJavaScript(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJavaScript).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, member]) => {
      const key = name === "__proto__" ? '["__proto__"]' : quote(name);
      return `${key}:${toJavaScript(member)}`;
    });
    return `{${members.join(",")}}`;
  }
  // JSON writes -0 as 0.
  if (typeof value === "string") return quote(value);
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029<]/g, escapeUnit);
}

/**
 * Code whose strings say by escapes what a reader of the code would not see: control characters, line separators, and marks that
 * turn the direction of the text around them. Outside of strings the code has none of these but line feeds.
 */
export function escapeHidden(code: string): string {
  // A JSON string never has a backslash before one of them, so that each escape stands by itself.
  return code.replace(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
