import type { ValidatorError } from "../errors/claim-issue.js";
import type { ClaimNameTable } from "./claim-set.js";
/** The start of a message: the claim, and the place inside it where that is deeper. */
export declare function wordSubject(claim: string, path: string): string;
/** The rule that a complaint is of, as the rest of a sentence. */
export declare function wordRule({ keyword, params }: ValidatorError, { rules }: ClaimNameTable): string;
