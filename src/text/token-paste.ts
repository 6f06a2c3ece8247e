/** `Authorization: Bearer eyJ…` as it is copied from a request, in any case; DPoP is RFC 9449 section 7.1. */
const SCHEME = /^(?:authorization\s*:\s*)?(?:bearer|dpop)\s+/iu;

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["\u201c", "\u201d"],
]);

/** Nobody wraps a token in more layers of quotes and schemes than this. */
const MOST_LAYERS = 4;

/**
 * A token as it was meant, without what a paste brings along: `Authorization: Bearer`, quotes around it, and the line
 * breaks and blanks of a terminal or a mail. Whether what is left is a token is for the caller to find out.
 *
 * @example stripPaste('"Bearer eyJh.eyJz\n.c2ln"') // "eyJh.eyJz.c2ln"
 */
export function stripPaste(text: string): string {
  let rest = text.trim();
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const bare = unquote(rest).replace(SCHEME, "").trim();
    if (bare === rest) break;
    rest = bare;
  }
  return rest.replace(/\s+/gu, "");
}

function unquote(text: string): string {
  const closing = QUOTES.get(text.charAt(0));
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? text.slice(1, -1).trim() : text;
}
