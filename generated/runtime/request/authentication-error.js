import { ClaimsError } from "../errors/claims-error.js";
/**
 * A request that is not let in, and how to answer it.
 *
 * `status` and `headers` are for the client and say no more than RFC 6750 demands. `code`, `issues` and `cause` are for the
 * log: where the token was refused, `cause` is the `ClaimsError` of verify with its reason. Nothing of it holds the token.
 */
export class AuthenticationError extends ClaimsError {
    name = "AuthenticationError";
    status;
    challenge;
    retryAfter;
    constructor(code, message, refusal, details = {}) {
        super(code, message, details);
        this.status = refusal.status;
        this.challenge = refusal.challenge;
        this.retryAfter = refusal.retryAfter;
    }
    /** The headers of the answer, by their names in lower case. */
    get headers() {
        return {
            ...(this.challenge === null ? {} : { "www-authenticate": this.challenge }),
            ...(this.retryAfter === null ? {} : { "retry-after": String(this.retryAfter) }),
        };
    }
}
