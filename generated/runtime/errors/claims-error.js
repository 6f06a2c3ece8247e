/**
 * Everything that issue and verify throw.
 *
 * The message names claims and rules, never a token, a signature, a key or a claim's value, so it may be
 * logged. `issues` is there with `invalid_claims` only; `cause` where another library gave the reason.
 */
export class ClaimsError extends Error {
    name = "ClaimsError";
    code;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        if (details.issues !== undefined)
            this.issues = details.issues;
    }
}
