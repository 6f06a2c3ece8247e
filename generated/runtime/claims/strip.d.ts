import type { ClaimsValidator } from "../errors/claim-issue.js";
/**
 * Takes the undeclared names out of plain data that `open` accepts, at every depth, in place.
 *
 * @returns whether `closed` now accepts the value, or all that it still refuses is no undeclared name
 */
export declare function stripUndeclared(value: Record<string, unknown>, open: ClaimsValidator, closed: ClaimsValidator): boolean;
