import type { ValidatorError } from "./claim-issue.js";

type Errors = readonly ValidatorError[];

/**
 * A validator's complaints without the noise of alternatives: where `anyOf`, `oneOf`, `if`, `contains` or
 * `propertyNames` failed, only what explains it best is left.
 */
export function selectBestErrors(errors: Errors): ValidatorError[] {
  const kept: ValidatorError[] = [];
  // ajv lists what failed inside a keyword directly before the keyword's own complaint.
  for (const error of errors) {
    const { keyword } = error;
    const inner = /^(?:anyOf|oneOf|if|contains|propertyNames|not)$/.test(keyword) ? takeInner(kept, error) : [];
    if (keyword === "if" && inner.length > 0) kept.push(...inner);
    else if (keyword.endsWith("Of")) kept.push(...explainAlternatives(error, inner));
    else kept.push(error);
  }
  return kept;
}

/** Takes from the end of a list the complaints that belong inside a keyword. */
function takeInner(kept: ValidatorError[], { instancePath, schemaPath, keyword }: ValidatorError): ValidatorError[] {
  const schema = schemaPath.slice(0, schemaPath.lastIndexOf("/") + 1);
  // `if` complains about what `then` and `else` say, which stand beside it.
  const branches = keyword === "if" ? ["if/", "then/", "else/"] : [`${schemaPath.slice(schema.length)}/`];
  const isInner = (error: ValidatorError): boolean =>
    `${error.instancePath}/`.startsWith(`${instancePath}/`) &&
    // Behind a $ref the path starts anew, so only a sibling of the keyword is known to lie outside.
    (!error.schemaPath.startsWith(schema) || branches.some((branch) => error.schemaPath.startsWith(schema + branch)));
  let start = kept.length;
  for (let error = kept[start - 1]; error !== undefined && isInner(error); error = kept[start - 1]) start--;
  return kept.splice(start);
}

/** The complaints of the alternative that was probably meant, or one that sums all of them up. */
function explainAlternatives(outer: ValidatorError, inner: Errors): Errors {
  if (inner.every(({ instancePath }) => instancePath === outer.instancePath)) {
    const keywords = new Set(inner.map(({ keyword }) => (keyword === "const" ? "enum" : keyword)));
    const [keyword, other] = keywords;
    if (other === undefined && keyword === "type") return [{ ...outer, keyword, params: { type: allowedBy(inner) } }];
    if (other === undefined && keyword === "enum")
      return [{ ...outer, keyword, params: { allowedValues: allowedBy(inner) } }];
  }
  const branches = splitBranches(outer, inner);
  const costs = branches.map((branch) => costOf(branch, outer));
  const least = Math.min(...costs);
  const [best, second] = branches.filter((_, index) => costs[index] === least);
  if (best === undefined) return [outer];
  if (second === undefined) return best;
  // All alternatives are as far away: where each only lacks members, naming one helps most.
  return inner.every(({ keyword }) => keyword === "required") ? best.slice(0, 1) : [outer];
}

/** How far a value is from an alternative: its type first, then the member that tells alternatives apart. */
function costOf(branch: Errors, outer: ValidatorError): number {
  let cost = 0;
  for (const { keyword, instancePath } of branch) {
    const isSelector = keyword === "const" || keyword === "enum";
    if (instancePath === outer.instancePath && (keyword === "type" || isSelector)) cost += 10_000;
    else cost += isSelector && instancePath.lastIndexOf("/") === outer.instancePath.length ? 100 : 1;
  }
  return cost;
}

/** Complaints by alternative. Behind a $ref, the alternative is the definition that the path names. */
function splitBranches(outer: ValidatorError, inner: Errors): ValidatorError[][] {
  const branches = new Map<string, ValidatorError[]>();
  for (const error of inner) {
    const { schemaPath } = error;
    const prefix = schemaPath.startsWith(`${outer.schemaPath}/`) ? outer.schemaPath : "#/$defs";
    const branch = schemaPath.slice(prefix.length + 1).split("/", 1)[0] ?? "";
    const key = prefix + branch;
    branches.set(key, [...(branches.get(key) ?? []), error]);
  }
  return [...branches.values()];
}

/** What complaints of `type`, or of `enum` and `const`, allow, each value once. */
function allowedBy(errors: Errors): unknown[] {
  const values = errors.flatMap(({ keyword, params: { type, allowedValues, allowedValue } }) =>
    keyword === "type" ? type : keyword === "enum" ? allowedValues : [allowedValue],
  );
  return [...new Set(values)];
}
