import { refuseForm } from "../errors/refuse-form.js";

/** Characters of a `Cookie` field beside the token. Servers take 8 to 16 KiB of headers in all. */
const OTHER_COOKIES = 65_536;

/** RFC 9110 section 5.6.2: what the name of a cookie is made of. */
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a text can be the name of a cookie (RFC 6265 section 4.1.1). */
export function isCookieName(name: unknown): name is string {
  return typeof name === "string" && NAME.test(name);
}

/**
 * The value of a cookie as it was sent, or null where there is none or it is empty: that is how a browser is signed out.
 *
 * Nothing is decoded: neither quotes nor `%` stand in a token, and spaces of other scripts do not make another name the
 * wanted one (RFC 6265 section 5.4 knows none). Who can set a cookie for a neighbouring domain can send a second one of
 * the same name, and which comes first is theirs to choose: so two are refused, alike or not.
 *
 * @param field - the value of the `Cookie` field
 * @param maxTokenBytes - of a field that is much longer, nothing is looked at
 * @throws {ClaimsError} `invalid_request`
 */
export function readCookie(field: string, name: string, maxTokenBytes: number): string | null {
  if (field.length > maxTokenBytes + OTHER_COOKIES)
    throw refuseForm("invalid_request", "The header `Cookie` is too long.");
  let found: string | null = null;
  for (const pair of field.split(";")) {
    const equals = pair.indexOf("=");
    if (equals === -1 || trimmed(pair.slice(0, equals)) !== name) continue;
    if (found !== null) throw refuseForm("invalid_request", "The cookie of the token was sent twice.");
    found = trimmed(pair.slice(equals + 1));
  }
  return found === "" ? null : found;
}

/** Without the spaces and tabs around it; `trim()` takes away more than a browser adds. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
