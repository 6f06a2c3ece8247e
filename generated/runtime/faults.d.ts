import type { ClaimsValidator, ValidatorError } from "./claim-issue.js";
/** Adds a fault to a list: the path goes on from where the function was called for, the keyword is the last segment of the schema's path. */
type Report = (path: string, schemaPath: string, params: ValidatorError["params"], keyword?: string) => void;
/** What adds faults of a value to a list. */
export declare function faultsAt(faults: ValidatorError[], instancePath: string): Report;
/** An object's own member; undefined where it has none. */
export declare function own(holder: object, name: string): unknown;
/** Reports the members that an object has to have and has not. */
export declare function missing(holder: object, names: readonly string[], report: Report, path: string, schemaPath: string): void;
/** Adds faults to others. */
export declare function append(faults: ValidatorError[], more: readonly ValidatorError[]): void;
/** Leaves a validator's faults where they are looked for; says whether there are none. */
export declare function finish(validate: ClaimsValidator, faults: readonly ValidatorError[]): boolean;
export {};
