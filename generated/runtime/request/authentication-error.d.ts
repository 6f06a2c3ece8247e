import { ClaimsError, type ClaimsErrorCode } from "../errors/claims-error.js";
/** How a request is answered that is not let in. */
export interface Refusal {
    /** 400: not a proper request; 401: no token that counts; 403: one that does not grant enough; 503: it cannot be told now. */
    readonly status: 400 | 401 | 403 | 503;
    /** The value of `WWW-Authenticate` (RFC 6750 section 3); null where no token would help. */
    readonly challenge: string | null;
    /** Seconds after which to try again; null where that would not help. */
    readonly retryAfter: number | null;
}
/**
 * A request that is not let in, and how to answer it.
 *
 * `status` and `headers` are for the client and say no more than RFC 6750 demands. `code`, `issues` and `cause` are for the
 * log: where the token was refused, `cause` is the `ClaimsError` of verify with its reason. Nothing of it holds the token.
 */
export declare class AuthenticationError extends ClaimsError implements Refusal {
    name: string;
    readonly status: Refusal["status"];
    readonly challenge: string | null;
    readonly retryAfter: number | null;
    constructor(code: ClaimsErrorCode, message: string, refusal: Refusal, details?: ConstructorParameters<typeof ClaimsError>[2]);
    /** The headers of the answer, by their names in lower case. */
    get headers(): Record<string, string>;
}
