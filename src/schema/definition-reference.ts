const DEFINITION = "#/$defs/";

/** The `$ref` of a definition's name: an escaped segment of a JSON pointer (RFC 6901 section 3) in a URI fragment. */
export function definitionReference(name: string): string {
  return DEFINITION + definitionSegment(name);
}

/** A name as a segment of a JSON pointer in a URI fragment. */
export function definitionSegment(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** The name of the definition that a `$ref` of the normal form points at: the NAME of `#/$defs/NAME`. Null for any other reference. */
export function definitionName(reference: string): string | null {
  if (!reference.startsWith(DEFINITION)) return null;
  const segment = reference.slice(DEFINITION.length);
  if (segment.includes("/")) return null;
  return decodeFragment(segment).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A text that is no percent-encoding stands for itself. */
function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
