import { refuse } from "../errors/refuse.js";
import { refuseForm } from "../errors/refuse-form.js";
/** Characters in which a scheme is looked for; no registered one is as long. */
const SCHEME_LENGTH = 32;
/** RFC 6750 section 2.1: what a token in a header is made of. */
const B64_TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;
/**
 * The token of an `Authorization` field (RFC 6750 section 2.1, RFC 9110 section 11.4): `Bearer`, in any case, spaces, the token.
 * Null where the field is of another scheme.
 *
 * @param value - the field's value
 * @param maxTokenBytes - of a longer token nothing but its scheme is looked at
 * @throws {ClaimsError} `dpop_not_supported`, `invalid_request`, `token_too_large`
 */
export function readBearerToken(value, maxTokenBytes) {
    const head = value.slice(0, SCHEME_LENGTH);
    const end = head.indexOf(" ");
    const scheme = (end === -1 ? head : head.slice(0, end)).toLowerCase();
    if (scheme === "dpop")
        throw refuseForm("dpop_not_supported");
    if (scheme === "")
        throw refuseForm("invalid_request", "The header `Authorization` is empty or begins with a space.");
    if (scheme !== "bearer")
        return null;
    let start = scheme.length;
    while (value.charCodeAt(start) === 0x20 && start < SCHEME_LENGTH)
        start++;
    if (value.length - start > maxTokenBytes) {
        throw refuse("token_too_large", `The token is longer than the ${maxTokenBytes} bytes that the policy allows.`);
    }
    const token = value.slice(start);
    if (token === "")
        throw refuseForm("invalid_request", "The header `Authorization` says `Bearer` and no token.");
    if (!B64_TOKEN.test(token)) {
        throw refuseForm("invalid_request", "The header `Authorization` is not `Bearer`, a space and one token.");
    }
    return token;
}
