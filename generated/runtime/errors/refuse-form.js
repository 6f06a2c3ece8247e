import { ClaimsError } from "./claims-error.js";
import { wordRefusal } from "./refuse.js";
/** The words of the codes that verify does not have, so that only a bundle of `authenticate` holds them. */
const WORDING = {
    missing_token: ["Send it in the header `Authorization`, as `Bearer` and the token.", "The request holds no token."],
    unsupported_scheme: [
        "Send the token as `Bearer` and the token.",
        "The header `Authorization` is of a scheme other than `Bearer`.",
    ],
    dpop_not_supported: [
        "Send a bearer token.",
        "The token is bound to a key by the scheme `DPoP`, whose proofs are not checked here.",
    ],
    invalid_request: [
        "Send one token, once and in one place.",
        "The request does not hold its token as RFC 6750 section 2 says.",
    ],
    insufficient_scope: ["Get a token that does.", "The token does not grant what is demanded here."],
};
/**
 * Makes the error of a request whose form is at fault: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from the request
 */
export function refuseForm(code, detail) {
    return new ClaimsError(code, wordRefusal(WORDING[code], detail));
}
