/**
 * A validator's complaints without the noise of alternatives: where `anyOf`, `oneOf`, `if`, `contains` or
 * `propertyNames` failed, only what explains it best is left.
 */
export function selectBestErrors(errors) {
    const kept = [];
    // ajv lists what failed inside a keyword directly before the keyword's own complaint.
    for (const error of errors) {
        const { keyword } = error;
        const inner = /^(?:anyOf|oneOf|if|contains|propertyNames|not)$/.test(keyword) ? takeInner(kept, error) : [];
        if (keyword === "if" && inner.length > 0)
            kept.push(...inner);
        else if (keyword.endsWith("Of"))
            kept.push(...explainAlternatives(error, inner));
        else
            kept.push(error);
    }
    return kept;
}
/** Takes from the end of a list the complaints that belong inside a keyword. */
function takeInner(kept, { instancePath, schemaPath, keyword }) {
    const schema = schemaPath.slice(0, schemaPath.lastIndexOf("/") + 1);
    const isInner = (error) => `${error.instancePath}/`.startsWith(`${instancePath}/`) &&
        // Behind a $ref the path starts anew, so only a sibling of the keyword is known to lie outside.
        (!error.schemaPath.startsWith(schema) ||
            // `if` complains about what `then` and `else` say, which stand beside it.
            (keyword === "if"
                ? /^(?:if|then|else)\//.test(error.schemaPath.slice(schema.length))
                : error.schemaPath.startsWith(`${schemaPath}/`)));
    let start = kept.length;
    for (let error = kept[start - 1]; error !== undefined && isInner(error); error = kept[start - 1])
        start--;
    return kept.splice(start);
}
/** The complaints of the alternative that was probably meant, or one that sums all of them up. */
function explainAlternatives(outer, inner) {
    const isHere = ({ instancePath }) => instancePath === outer.instancePath;
    const [keyword = "", other] = new Set(inner.map((error) => (isValueFault(error) ? "enum" : error.keyword)));
    if (other === undefined && /^(?:type|enum)$/.test(keyword) && inner.every(isHere)) {
        const allowed = allowedBy(inner);
        // Each keyword reads its own.
        return [{ ...outer, keyword, params: { type: allowed, allowedValues: allowed } }];
    }
    const branches = splitBranches(outer, inner);
    // How far the value is from each alternative: its type first, then the member that tells alternatives apart.
    const costs = branches.map((branch) => branch.reduce((cost, error) => {
        const isValue = isValueFault(error);
        if (isHere(error) && (isValue || error.keyword === "type"))
            return cost + 10_000;
        return cost + (isValue && error.instancePath.lastIndexOf("/") === outer.instancePath.length ? 100 : 1);
    }, 0));
    const least = Math.min(...costs);
    const [best = [outer], second] = branches.filter((_, index) => costs[index] === least);
    if (second === undefined)
        return best;
    // All alternatives are as far away: where each only lacks members, naming one helps most.
    return inner.every((error) => error.keyword === "required") ? best.slice(0, 1) : [outer];
}
/** Whether a complaint is that a value is none of those that are listed. */
function isValueFault({ keyword }) {
    return keyword === "const" || keyword === "enum";
}
/** Complaints by alternative. Behind a $ref, the alternative is the definition that the path names. */
function splitBranches(outer, inner) {
    const branches = new Map();
    for (const error of inner) {
        const { schemaPath } = error;
        const prefix = schemaPath.startsWith(`${outer.schemaPath}/`) ? outer.schemaPath : "#/$defs";
        const key = prefix + schemaPath.slice(prefix.length).split("/", 2).join("/");
        const branch = branches.get(key);
        if (branch === undefined)
            branches.set(key, [error]);
        else
            branch.push(error);
    }
    return [...branches.values()];
}
/** What complaints of `type`, or of `enum` and `const`, allow, each value once. */
function allowedBy(errors) {
    return [
        ...new Set(errors.flatMap(({ params: { type, allowedValues, allowedValue } }) => type ?? allowedValues ?? [allowedValue])),
    ];
}
