import { ClaimsError, type RequestErrorCode } from "./claims-error.js";
/**
 * Makes the error of a request whose form is at fault: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from the request
 */
export declare function refuseForm(code: RequestErrorCode, detail?: string): ClaimsError;
