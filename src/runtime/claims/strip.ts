import type { ClaimsValidator, ValidatorError } from "../errors/claim-issue.js";
import { splitPointer } from "../errors/pointer.js";

/** Rounds after which the rest counts as not strippable. Each takes at least one name away. */
const MAX_ROUNDS = 64;

/**
 * Takes the undeclared names out of plain data that `open` accepts, at every depth, in place.
 *
 * @returns whether `closed` now accepts the value, or all that it still refuses is no undeclared name
 */
export function stripUndeclared(
  value: Record<string, unknown>,
  open: ClaimsValidator,
  closed: ClaimsValidator,
): boolean {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (closed(value)) return true;
    const errors = closed.errors ?? [];
    const undeclared = errors.filter((error) => nameOf(error) !== null);
    if (undeclared.length === 0) return true;
    if (!stripRound(value, errors, undeclared, open)) return false;
  }
  return false;
}

/** Takes away what is certainly undeclared; else what one alternative does not declare, if `open` can do without. */
function stripRound(
  value: Record<string, unknown>,
  errors: readonly ValidatorError[],
  undeclared: readonly ValidatorError[],
  open: ClaimsValidator,
): boolean {
  // Inside a failed alternative, a name that this branch does not declare may be declared by another.
  const alternatives = errors
    .filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf")
    .map((error) => error.instancePath);
  const isCertain = ({ instancePath }: ValidatorError): boolean =>
    !alternatives.some((path) => instancePath === path || instancePath.startsWith(`${path}/`));
  const certain = undeclared.filter(isCertain);
  const groups = certain.length > 0 ? [certain] : groupBySchema(undeclared);
  for (const group of groups) {
    const restore = removeNames(value, group);
    if (open(value)) return true;
    restore();
  }
  return false;
}

function groupBySchema(errors: readonly ValidatorError[]): ValidatorError[][] {
  const groups = new Map<string, ValidatorError[]>();
  for (const error of errors) {
    const group = groups.get(error.schemaPath);
    if (group === undefined) groups.set(error.schemaPath, [error]);
    else group.push(error);
  }
  return [...groups.values()];
}

/** Removes the names that some complaints are about; returns what puts them back. */
function removeNames(value: object, errors: readonly ValidatorError[]): () => void {
  const removed: [holder: object, name: string, descriptor: PropertyDescriptor][] = [];
  for (const error of errors) {
    const holder = resolve(value, error.instancePath);
    const name = nameOf(error);
    const descriptor = holder === null || name === null ? undefined : Object.getOwnPropertyDescriptor(holder, name);
    if (holder === null || name === null || descriptor === undefined) continue;
    Reflect.deleteProperty(holder, name);
    removed.push([holder, name, descriptor]);
  }
  return () => {
    for (const [holder, name, descriptor] of removed) Object.defineProperty(holder, name, descriptor);
  };
}

function nameOf({ keyword, params: { additionalProperty, unevaluatedProperty } }: ValidatorError): string | null {
  if (keyword === "unevaluatedProperties" && typeof unevaluatedProperty === "string") return unevaluatedProperty;
  return keyword === "additionalProperties" && typeof additionalProperty === "string" ? additionalProperty : null;
}

function resolve(value: object, pointer: string): object | null {
  let current: unknown = value;
  for (const segment of splitPointer(pointer)) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, segment)) return null;
    current = Reflect.get(current, segment);
  }
  return typeof current === "object" ? current : null;
}
