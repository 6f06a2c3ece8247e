import type { ClaimIssue } from "./claim-issue.js";
import { ClaimsError, type ClaimsErrorCode, type RequestErrorCode } from "./claims-error.js";
/** The words of a code: what to do, and the rule that was broken, where the caller has nothing more precise to say. */
export type Wording = readonly [remedy: string, rule?: string];
/** Codes of a token, a key or an option; `invalid_claims` has the words of its issues. */
type TokenCode = Exclude<ClaimsErrorCode, RequestErrorCode | "invalid_claims">;
/** Codes of which every caller knows a rule that is more precise. */
type DetailedCode = "malformed_token" | "token_too_large" | "invalid_option";
/** What another library gave for a reason. */
interface Details {
    readonly cause?: unknown;
}
/**
 * Makes the error of a code: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from a token
 */
export declare function refuse(code: DetailedCode, detail: string, details?: Details): ClaimsError;
export declare function refuse(code: Exclude<TokenCode, DetailedCode>, detail?: string, details?: Details): ClaimsError;
/** What is wrong, then what to do. */
export declare function wordRefusal([remedy, rule]: Wording, detail?: string): string;
/** Makes the `invalid_claims` error of some issues; its message repeats the first few. */
export declare function refuseClaims(issues: readonly ClaimIssue[]): ClaimsError;
export {};
