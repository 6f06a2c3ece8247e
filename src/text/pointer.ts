import type { JsonValue } from "../schema/json-schema.js";

/**
 * A JSON pointer (RFC 6901) made of unescaped segments; none give `""`, the whole value.
 *
 * @example pointerOf("tokens", "a/b", 0) // "/tokens/a~1b/0"
 */
export function pointerOf(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * The unescaped segments of a JSON pointer, null where the text is not one (RFC 6901 section 3):
 * it is neither empty nor begins with `/`, or holds a `~` before anything but `0` and `1`.
 */
export function tryParsePointer(text: string): string[] | null {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/u.test(text)) return null;
  return text
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * The unescaped segments of a JSON pointer.
 *
 * @throws {RangeError} on a text that is no pointer: for pointers that we made; use {@link tryParsePointer} for a user's
 */
export function parsePointer(text: string): string[] {
  const segments = tryParsePointer(text);
  if (segments === null) throw new RangeError(`${JSON.stringify(text)} is not a JSON pointer.`);
  return segments;
}

/**
 * The value that a pointer names, `undefined` where there is none or the text is no pointer.
 * Sees own properties only, and array indexes only in their canonical form (`1`, not `01`).
 */
export function getAt(value: JsonValue, pointer: string): JsonValue | undefined {
  const segments = tryParsePointer(pointer);
  if (segments === null) return undefined;
  let current: JsonValue | undefined = value;
  for (const segment of segments) {
    if (current === null || typeof current !== "object") return undefined;
    if (Array.isArray(current) && !/^(?:0|[1-9]\d*)$/u.test(segment)) return undefined;
    if (!Object.hasOwn(current, segment)) return undefined;
    // The cast holds: an own property of a JSON container is a JSON value, and `length` of an array was refused above.
    current = (current as { readonly [key: string]: JsonValue })[segment];
  }
  return current;
}
