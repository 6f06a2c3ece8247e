import type { ValidatorError } from "./claim-issue.js";
/** The start of a message: the claim, and the place inside it where that is deeper. */
export declare function wordSubject(claim: string, path: string): string;
/** The rule of a keyword, as the rest of a sentence: from the schema's own limits, never from the value. The parameters are ajv's. */
export declare function wordRule({ keyword, params }: ValidatorError): string;
