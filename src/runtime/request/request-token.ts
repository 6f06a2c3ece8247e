import { refuseForm } from "../errors/refuse-form.js";
import { readBearerToken } from "./bearer-token.js";
import { readCookie } from "./cookie.js";
import type { HeaderReader } from "./request-headers.js";

/** Where the token of a request stood. */
export type TokenSource = "header" | "cookie";

/** A token and where it stood; nothing of it has been checked. */
export interface RequestToken {
  readonly token: string;
  readonly source: TokenSource;
}

/**
 * The token of a request: in `Authorization`, or in the cookie where one is named, and not in both (RFC 6750 section 2).
 *
 * @param cookie - name of the cookie; null where only the header counts
 * @throws {ClaimsError} `missing_token`, `unsupported_scheme`, `dpop_not_supported`, `invalid_request`, `token_too_large`
 */
export function findToken(headers: HeaderReader, cookie: string | null, maxTokenBytes: number): RequestToken {
  const fromCookie = cookie === null ? null : findCookie(headers, cookie, maxTokenBytes);
  const fromHeader = findBearer(headers, maxTokenBytes);
  if (fromCookie === null) {
    if (typeof fromHeader !== "string") throw refuseForm(fromHeader === null ? "unsupported_scheme" : "missing_token");
    return { token: fromHeader, source: "header" };
  }
  // Credentials of another scheme may be for what stands before this service.
  if (typeof fromHeader !== "string") return { token: fromCookie, source: "cookie" };
  throw refuseForm("invalid_request", "The request holds two tokens, one in a header and one in a cookie.");
}

/** The bearer token; null where the header is of another scheme, undefined where there is none. */
function findBearer(headers: HeaderReader, maxTokenBytes: number): string | null | undefined {
  const [field, ...more] = headers("authorization");
  if (more.length > 0) throw refuseForm("invalid_request", "The header `Authorization` was sent more than once.");
  if (field === undefined) return undefined;
  if (typeof field !== "string") throw refuseForm("invalid_request", "The header `Authorization` is not text.");
  return readBearerToken(field, maxTokenBytes);
}

function findCookie(headers: HeaderReader, name: string, maxTokenBytes: number): string | null {
  // Over HTTP/2 a client may send each cookie in a field of its own (RFC 9113 section 8.2.3).
  const fields = headers("cookie").filter((field) => typeof field === "string");
  return readCookie(fields.join("; "), name, maxTokenBytes);
}
