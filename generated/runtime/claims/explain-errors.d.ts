import type { ClaimIssue, ValidatorError } from "../errors/claim-issue.js";
import type { ClaimNameTable } from "./claim-set.js";
/**
 * The issues of a claims object that a validator refused: one for each fault, in the validator's order,
 * with `misnamed` where a name that was found explains a claim that is missing.
 */
export declare function explainErrors(errors: readonly ValidatorError[], value: unknown, table: ClaimNameTable): ClaimIssue[];
/** The issues of several checks, each place and code once. */
export declare function mergeIssues(...lists: readonly (readonly ClaimIssue[])[]): ClaimIssue[];
