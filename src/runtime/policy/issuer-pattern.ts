/** How an issuer fits one that was expected. */
export interface IssuerMatch {
  /** The pattern that it fits, or the issuer as it was expected. */
  readonly pattern: string;
  /** What the placeholders stand for, by their names. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What verify returns besides, where the policy's issuer has placeholders. */
export interface OfIssuer<Parameters> {
  /** What they stand for in the verified claim `iss`. */
  readonly issuerParameters: Parameters;
}

/** The parts of `https://host` between slashes: no placeholder stands in them. */
const ORIGIN_PARTS = 3;

/**
 * The first of several issuers and patterns that an issuer fits; null where it fits none. In `https://login.example/{tenant}/v2.0` the placeholder is one segment of the path, of unreserved
 * characters (RFC 3986 section 2.3) and not of dots alone. All else is compared to the letter, in time linear in the texts.
 *
 * @param expected - issuers and patterns of issuers
 */
export function matchIssuer(expected: readonly string[], issuer: unknown): IssuerMatch | null {
  if (typeof issuer !== "string") return null;
  const parts = issuer.split("/");
  for (const pattern of expected) {
    const parameters = matchParts(pattern.split("/"), parts);
    if (parameters !== null) return { pattern, parameters };
  }
  return null;
}

function matchParts(pattern: readonly string[], parts: readonly string[]): IssuerMatch["parameters"] | null {
  if (pattern.length !== parts.length) return null;
  const found: [string, string][] = [];
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (index >= ORIGIN_PARTS && isPlaceholder(wanted)) {
      // No segment has braces, so that a pattern never fits itself.
      if (!isSegment(part)) return null;
      found.push([wanted.slice(1, -1), part]);
    } else if (wanted !== part) {
      return null;
    }
  }
  return Object.fromEntries(found);
}

function isPlaceholder(part: string): boolean {
  return part.length > 2 && part.startsWith("{") && part.endsWith("}");
}

/** Whether a segment is what a placeholder may stand for. `.` and `..` are ways to another segment. */
function isSegment(segment: string): boolean {
  let isName = false;
  for (let index = 0; index < segment.length; index++) {
    const code = segment.charCodeAt(index);
    if (code === DOT) continue;
    if (!isUnreserved(code)) return false;
    isName = true;
  }
  return isName;
}

const DOT = 0x2e;

/** Whether a character is a letter, a digit, `-`, `_` or `~`. */
function isUnreserved(code: number): boolean {
  const small = code | 0x20;
  return (
    (small >= 0x61 && small <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x5f ||
    code === 0x7e
  );
}
