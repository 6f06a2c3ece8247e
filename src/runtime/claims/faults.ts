import type { ClaimsValidator, ValidatorError } from "../errors/claim-issue.js";
import { appendPointer } from "../errors/pointer.js";

// What compiled validators call, so that their code is short.

/** Adds a fault to a list: the path goes on from where the function was called for, the keyword is the last segment of the schema's path. */
type Report = (path: string, schemaPath: string, params: ValidatorError["params"], keyword?: string) => void;

/** What adds faults of a value to a list. */
export function faultsAt(faults: ValidatorError[], instancePath: string): Report {
  return (path, schemaPath, params, keyword = schemaPath.slice(schemaPath.lastIndexOf("/") + 1)) => {
    faults.push({ instancePath: instancePath + path, schemaPath, keyword, params });
  };
}

/** An object's own member; undefined where it has none. */
export function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}

/**
 * What reads an object's own members by name, and what adds faults of the one that was read last to a list: the paths go on from
 * that member and its schema, which is where `properties` of the object's schema has it unless another place is given.
 */
export function membersOf(
  holder: object,
  faults: ValidatorError[],
  instancePath: string,
  holderSchema: string,
): [read: (name: string, schemaPath?: string) => unknown, report: Report] {
  const fault = faultsAt(faults, instancePath);
  let last = "";
  let schema: string | undefined;
  return [
    (name, schemaPath) => {
      last = name;
      schema = schemaPath;
      return own(holder, name);
    },
    (path, schemaPath, params) => {
      const member = appendPointer("", last);
      const start = schema ?? `${holderSchema}/properties/${encodeURIComponent(member.slice(1))}`;
      fault(member + path, start + schemaPath, params);
    },
  ];
}

/** Reports the members that an object has to have and has not. */
export function missing(
  holder: object,
  names: readonly string[],
  report: Report,
  path: string,
  schemaPath: string,
): void {
  for (const name of names) if (own(holder, name) === undefined) report(path, schemaPath, { missingProperty: name });
}

/** Adds faults to others. */
export function append(faults: ValidatorError[], more: readonly ValidatorError[]): void {
  for (const one of more) faults.push(one);
}

/** Leaves a validator's faults where they are looked for; says whether there are none. */
export function finish(validate: ClaimsValidator, faults: readonly ValidatorError[]): boolean {
  validate.errors = faults.length > 0 ? faults : null;
  return faults.length === 0;
}
