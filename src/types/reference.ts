const DEFINITION = "#/$defs/";

/**
 * The name of the definition that a bundled schema's `$ref` points at: `#/$defs/NAME`, NAME being an escaped
 * segment of a JSON pointer (RFC 6901 section 3) in a URI fragment. Null for any other reference.
 */
export function readReference(reference: string): string | null {
  if (!reference.startsWith(DEFINITION)) return null;
  const segment = reference.slice(DEFINITION.length);
  if (segment.includes("/")) return null;
  return decodeFragment(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
