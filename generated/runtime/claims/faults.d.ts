import type { ClaimsValidator, ValidatorError } from "../errors/claim-issue.js";
/** Adds a fault to a list: the path goes on from where the function was called for, the keyword is the last segment of the schema's path. */
type Report = (path: string, schemaPath: string, params: ValidatorError["params"], keyword?: string) => void;
/** What adds faults of a value to a list. */
export declare function faultsAt(faults: ValidatorError[], instancePath: string): Report;
/** An object's own member; undefined where it has none. */
export declare function own(holder: object, name: string): unknown;
/**
 * What reads an object's own members by name, and what adds faults of the one that was read last to a list: the paths go on from
 * that member and its schema, which is where `properties` of the object's schema has it unless another place is given.
 */
export declare function membersOf(holder: object, faults: ValidatorError[], instancePath: string, holderSchema: string): [read: (name: string, schemaPath?: string) => unknown, report: Report];
/** Reports the members that an object has to have and has not. */
export declare function missing(holder: object, names: readonly string[], report: Report, path: string, schemaPath: string): void;
/** Adds faults to others. */
export declare function append(faults: ValidatorError[], more: readonly ValidatorError[]): void;
/** Leaves a validator's faults where they are looked for; says whether there are none. */
export declare function finish(validate: ClaimsValidator, faults: readonly ValidatorError[]): boolean;
export {};
