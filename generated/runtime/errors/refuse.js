import { ClaimsError } from "./claims-error.js";
/** The words of every code, in one place, so that none of them ever quotes a token. */
const WORDING = {
    malformed_token: ["Pass the token exactly as the issuer sent it."],
    encrypted_token: ["Decrypt it first; this package verifies signed tokens.", "The token is encrypted (JWE)."],
    token_too_large: ["Leave claims out, or raise `maxTokenBytes` in claims.config.json."],
    algorithm_not_allowed: [
        "The allow-list is `algorithms` in claims.config.json.",
        "The algorithm is not one that the policy allows.",
    ],
    type_mismatch: [
        "Check that the token is of the kind that is expected here.",
        "The header `typ` is not the one of this kind of token.",
    ],
    key_not_found: [
        "Check the key set, and the key id in the token's header.",
        "No key of the key set can serve for this token.",
    ],
    jwks_unavailable: [
        "This is not the token's fault; see `cause`, and try again later.",
        "The key could not be fetched.",
    ],
    invalid_key: ["Pass a key that is made for the algorithm and for this operation.", "The key cannot be used."],
    invalid_signature: ["Do not trust the token.", "The signature does not belong to this token and key."],
    expired: ["Get a new token.", 'The token has expired: claim "exp" does not lie after now.'],
    not_yet_valid: [
        "Check the clocks of both sides, or allow for `clockTolerance`.",
        'The token is not valid yet: claim "nbf" lies after now.',
    ],
    lifetime_exceeded: [
        "The limit is `lifetime` in claims.config.json.",
        "The token lives longer than the policy allows.",
    ],
    issuer_mismatch: [
        "Check who issued the token, and `issuer` in the policy and the options.",
        'Claim "iss" is not an issuer that is accepted here.',
    ],
    audience_mismatch: [
        "Check for whom the token is meant, and `audience` in the policy and the options.",
        'Claim "aud" names no audience that is accepted here.',
    ],
    token_revoked: ["Get a new token.", "The token has been revoked."],
    revocation_unavailable: [
        "This is not the token's fault; see `cause`, and try again later.",
        "The store did not answer.",
    ],
    invalid_option: ["Leave an option out where the policy should decide."],
};
export function refuse(code, detail, details) {
    return new ClaimsError(code, wordRefusal(WORDING[code], detail), details);
}
/** What is wrong, then what to do. */
export function wordRefusal([remedy, rule], detail) {
    return `${detail ?? rule} ${remedy}`;
}
/** Issues that the message of `invalid_claims` repeats; `issues` holds all of them. */
const SHOWN_ISSUES = 3;
/** Makes the `invalid_claims` error of some issues; its message repeats the first few. */
export function refuseClaims(issues) {
    const shown = issues.slice(0, SHOWN_ISSUES).map((issue) => issue.message);
    const more = issues.length - shown.length;
    if (more > 0)
        shown.push(`And ${more} more: see \`issues\`.`);
    return new ClaimsError("invalid_claims", shown.join(" "), { issues });
}
