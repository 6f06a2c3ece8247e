import type { ValidatorError } from "../errors/claim-issue.js";
type Errors = readonly ValidatorError[];
/**
 * A validator's complaints without the noise of alternatives: where `anyOf`, `oneOf`, `if`, `contains` or
 * `propertyNames` failed, only what explains it best is left.
 */
export declare function selectBestErrors(errors: Errors): ValidatorError[];
export {};
