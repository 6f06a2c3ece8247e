const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** A URI reference in two parts. */
export interface SplitReference {
  readonly base: string;
  /** Without the `#`, percent-encoding undone; null where there is none. */
  readonly fragment: string | null;
}

/** Says whether a reference names its scheme, and is no path. */
export function hasScheme(reference: string): boolean {
  return SCHEME.test(reference);
}

/** A reference without its fragment, and the fragment decoded. A malformed escape stays as it is written. */
export function splitReference(reference: string): SplitReference {
  const hash = reference.indexOf("#");
  if (hash < 0) return { base: reference, fragment: null };
  return { base: reference.slice(0, hash), fragment: decode(reference.slice(hash + 1)) };
}

/**
 * A reference without fragment against a base (RFC 3986 section 5.2). A base is a URI, or the path of a file relative to the
 * config, which has no scheme and may begin with `../`.
 *
 * @returns null where the base has no hierarchy to resolve in, as `urn:` has none
 */
export function resolveReference(base: string, reference: string): string | null {
  if (reference === "") return base;
  if (hasScheme(reference)) return normalizeUri(reference);
  if (!hasScheme(base)) return reference.startsWith("//") ? `https:${reference}` : resolvePath(base, reference);
  return URL.canParse(reference, base) ? new URL(reference, base).href : null;
}

/** The path of a file that another file names, both relative to the config. */
export function resolvePath(from: string, reference: string): string {
  const path = reference.startsWith("/") ? reference : from.slice(0, from.lastIndexOf("/") + 1) + reference;
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === ".") continue;
    const last = kept.at(-1);
    if (segment === ".." && last !== undefined && last !== ".." && last !== "") kept.pop();
    else kept.push(segment);
  }
  return kept.join("/");
}

/** The file name that a path of a reference stands for. */
export function fileOf(path: string): string {
  return decode(path);
}

/** One spelling for equal URIs: case of scheme and host, dot segments. What is no URL stays as it is. */
function normalizeUri(uri: string): string {
  return /^https?:/i.test(uri) && URL.canParse(uri) ? new URL(uri).href : uri;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
