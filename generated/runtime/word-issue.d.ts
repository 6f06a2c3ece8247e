import type { ValidatorError } from "./claim-issue.js";
/** Words what a claim has wrong: from the keyword and the schema's own limits, never from the value. */
export declare function wordInvalid(error: ValidatorError, claim: string, path: string): string;
/** The start of a message: the claim, and the place inside it where that is deeper. */
export declare function wordSubject(claim: string, path: string): string;
