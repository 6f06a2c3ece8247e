import type { ClaimIssue } from "./claim-issue.js";
import { ClaimsError, type ClaimsErrorCode, type RequestErrorCode } from "./claims-error.js";
/** The words of a code. */
export interface Wording {
    /** The rule that was broken, where the caller has nothing more precise to say. */
    readonly rule: string;
    /** What to do. */
    readonly remedy: string;
}
/**
 * Makes the error of a code: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from a token
 */
export declare function refuse(code: Exclude<ClaimsErrorCode, RequestErrorCode>, detail?: string, details?: {
    readonly cause?: unknown;
}): ClaimsError;
/** What is wrong, then what to do. */
export declare function wordRefusal({ rule, remedy }: Wording, detail?: string): string;
/** Makes the `invalid_claims` error of some issues; its message repeats the first few. */
export declare function refuseClaims(issues: readonly ClaimIssue[]): ClaimsError;
