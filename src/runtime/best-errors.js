/**
 * A validator's complaints without the noise of alternatives: where `anyOf`, `oneOf`, `if`, `contains` or
 * `propertyNames` failed, only what explains it best is left.
 */
export function selectBestErrors(errors) {
  const kept = [];
  // ajv lists what failed inside a keyword directly before the keyword's own complaint.
  for (const error of errors) {
    switch (error.keyword) {
      case "anyOf":
      case "oneOf":
        kept.push(...explainAlternatives(error, takeInner(kept, error)));
        break;
      case "if": {
        const inner = takeInner(kept, error);
        kept.push(...(inner.length > 0 ? inner : [error]));
        break;
      }
      case "contains":
      case "propertyNames":
      case "not":
        takeInner(kept, error);
        kept.push(error);
        break;
      default:
        kept.push(error);
    }
  }
  return kept;
}
/** Takes from the end of a list the complaints that belong inside a keyword. */
function takeInner(kept, outer) {
  const schema = outer.schemaPath.slice(0, outer.schemaPath.lastIndexOf("/"));
  // `if` complains about what `then` and `else` say, which stand beside it.
  const branches =
    outer.keyword === "if" ? ["/if/", "/then/", "/else/"] : [`/${outer.schemaPath.slice(schema.length + 1)}/`];
  let start = kept.length;
  while (start > 0) {
    const error = kept[start - 1];
    if (error === undefined || !isWithin(error.instancePath, outer.instancePath)) break;
    const isBranch = branches.some((branch) => error.schemaPath.startsWith(schema + branch));
    // Behind a $ref the path starts anew, so only a sibling of the keyword is known to lie outside.
    if (!isBranch && error.schemaPath.startsWith(`${schema}/`)) break;
    start--;
  }
  return kept.splice(start);
}
function isWithin(path, outer) {
  return path === outer || path.startsWith(`${outer}/`);
}
/** The complaints of the alternative that was probably meant, or one that sums all of them up. */
function explainAlternatives(outer, inner) {
  const branches = splitBranches(outer, inner);
  if (branches.length === 0) return [outer];
  const atPlace = inner.filter(({ instancePath }) => instancePath === outer.instancePath);
  if (atPlace.length === inner.length && inner.every(({ keyword }) => keyword === "type"))
    return [joinTypes(outer, inner)];
  if (atPlace.length === inner.length && inner.every(({ keyword }) => keyword === "enum" || keyword === "const")) {
    return [joinValues(outer, inner)];
  }
  const ranked = branches.map((branch) => ({ branch, cost: costOf(branch, outer) })).sort((a, b) => a.cost - b.cost);
  const [best, second] = ranked;
  if (best === undefined) return [outer];
  if (second === undefined || best.cost < second.cost) return best.branch;
  // All alternatives are as far away: where each only lacks members, naming one helps most.
  const lacksOnly = branches.every((branch) => branch.every(({ keyword }) => keyword === "required"));
  return lacksOnly ? best.branch.slice(0, 1) : [outer];
}
/** How far a value is from an alternative: its type first, then the member that tells alternatives apart. */
function costOf(branch, outer) {
  let cost = 0;
  for (const { keyword, instancePath } of branch) {
    const isSelector = keyword === "const" || keyword === "enum";
    if (instancePath === outer.instancePath && (keyword === "type" || isSelector)) cost += 10_000;
    else if (isSelector && instancePath.lastIndexOf("/") === outer.instancePath.length) cost += 100;
    else cost += 1;
  }
  return cost;
}
/** Complaints by alternative. Behind a $ref, the alternative is the definition that the path names. */
function splitBranches(outer, inner) {
  const branches = new Map();
  for (const error of inner) {
    const prefix = error.schemaPath.startsWith(`${outer.schemaPath}/`) ? `${outer.schemaPath}/` : "#/$defs/";
    const end = error.schemaPath.indexOf("/", prefix.length);
    const branch = error.schemaPath.slice(0, end === -1 ? undefined : end);
    const errors = branches.get(branch);
    if (errors === undefined) branches.set(branch, [error]);
    else errors.push(error);
  }
  return [...branches.values()];
}
function joinTypes(outer, errors) {
  return { ...outer, keyword: "type", params: { type: unique(errors.flatMap(({ params: { type } }) => type)) } };
}
function joinValues(outer, errors) {
  const values = errors.flatMap(({ keyword, params: { allowedValue, allowedValues } }) =>
    keyword === "enum" ? allowedValues : [allowedValue],
  );
  return { ...outer, keyword: "enum", params: { allowedValues: unique(values) } };
}
function unique(values) {
  return [...new Set(values)];
}
