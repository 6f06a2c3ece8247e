import { refuseForm } from "../errors/refuse-form.js";
import { readBearerToken } from "./bearer-token.js";
import { readCookie } from "./cookie.js";
/**
 * The token of a request: in `Authorization`, or in the cookie where one is named, and not in both (RFC 6750 section 2).
 *
 * @param cookie - name of the cookie; null where only the header counts
 * @throws {ClaimsError} `missing_token`, `unsupported_scheme`, `dpop_not_supported`, `invalid_request`, `token_too_large`
 */
export function findToken(headers, cookie, maxTokenBytes) {
    const fromCookie = cookie === null ? null : findCookie(headers, cookie, maxTokenBytes);
    const fromHeader = findBearer(headers, maxTokenBytes);
    if (fromCookie === null) {
        if (typeof fromHeader !== "string")
            throw refuseForm(fromHeader === null ? "unsupported_scheme" : "missing_token");
        return { token: fromHeader, source: "header" };
    }
    // Credentials of another scheme may be for what stands before this service.
    if (typeof fromHeader !== "string")
        return { token: fromCookie, source: "cookie" };
    throw refuseForm("invalid_request", "The request holds two tokens, one in a header and one in a cookie.");
}
/** The bearer token; null where the header is of another scheme, undefined where there is none. */
function findBearer(headers, maxTokenBytes) {
    const [field, ...more] = headers("authorization");
    if (more.length > 0)
        throw refuseForm("invalid_request", "The header `Authorization` was sent more than once.");
    if (field === undefined)
        return undefined;
    if (typeof field !== "string")
        throw refuseForm("invalid_request", "The header `Authorization` is not text.");
    return readBearerToken(field, maxTokenBytes);
}
function findCookie(headers, name, maxTokenBytes) {
    // Over HTTP/2 a client may send each cookie in a field of its own (RFC 9113 section 8.2.3).
    const fields = headers("cookie").filter((field) => typeof field === "string");
    return readCookie(fields.join("; "), name, maxTokenBytes);
}
