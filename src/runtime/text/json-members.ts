/** Levels of nesting that a header or a claim set may have. */
export const MAX_DEPTH = 128;

/**
 * The JSON object that a text holds; null where the text is not one, nests deeper than `MAX_DEPTH`, or
 * has an object with two members of one name (RFC 7515 section 4, RFC 7519 section 4), which parsers
 * read differently. `__proto__` comes out as an own member like any other.
 */
export function parseJsonObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const kept = countKeys(value, 1);
  // What is kept was written, so that as many as could have been written are all. Else they are counted one by one.
  if (kept !== boundMembers(text) && kept !== countMembers(text)) return null;
  // A JSON object holds its members as own string keys.
  return value as Record<string, unknown>;
}

/**
 * No fewer than the members that a JSON text writes down: all colons that may end a name, since a quote or white space stands
 * before them. In strings there are few such.
 */
function boundMembers(text: string): number {
  let members = 0;
  for (let index = text.indexOf(":"); index !== -1; index = text.indexOf(":", index + 1)) {
    const before = text.charCodeAt(index - 1);
    if (before === 34 || before <= 32) members++;
  }
  return members;
}

/** The members that a JSON text writes down: the colons outside strings, found without escapes, so that a quote ends a string. */
function countMembers(text: string): number {
  return (
    text
      .replace(/\\./g, "")
      .replace(/"[^"]*"/g, "")
      .split(":").length - 1
  );
}

/** The members that a parsed value kept: of two with one name, only the last. Not a number where it nests too deep. */
function countKeys(value: object, depth: number): number {
  if (depth > MAX_DEPTH) return Number.NaN;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : Object.values(value);
  let count = isList ? 0 : items.length;
  for (const item of items) if (typeof item === "object" && item !== null) count += countKeys(item, depth + 1);
  return count;
}
