import type { ClaimIssue } from "./claim-issue.js";
import { ClaimsError, type ClaimsErrorCode } from "./claims-error.js";
/**
 * Makes the error of a code: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from a token
 */
export declare function refuse(code: ClaimsErrorCode, detail?: string, details?: {
    readonly cause?: unknown;
}): ClaimsError;
/** Makes the `invalid_claims` error of some issues; its message repeats the first few. */
export declare function refuseClaims(issues: readonly ClaimIssue[]): ClaimsError;
