import { appendPointer, splitPointer } from "../errors/pointer.js";
import { quoteName } from "../errors/quote-name.js";
import { selectBestErrors } from "./best-errors.js";
import { pairMisnamed } from "./misnamed.js";
import { wordRule, wordSubject } from "./word-issue.js";
/**
 * The issues of a claims object that a validator refused: one for each fault, in the validator's order,
 * with `misnamed` where a name that was found explains a claim that is missing.
 */
export function explainErrors(errors, value, table) {
    const declared = new Set(table.names);
    const issues = mergeIssues(selectBestErrors(errors).map((error) => toIssue(error, table)));
    return nameMisnamed(withoutConsequences(issues, declared), value, table, declared);
}
const UNEVALUATED = "unevaluatedProperties";
/**
 * Leaves out what is unknown only because something else is wrong: where a part of a schema refuses, what that part
 * declares does not count as declared.
 */
function withoutConsequences(issues, declared) {
    const faulty = faultyHolders(issues);
    return issues.filter((issue) => {
        // At the top it is known which names are declared; further down, the other fault comes first.
        if (issue.keyword !== UNEVALUATED || (isTop(issue) && !declared.has(issue.claim)))
            return true;
        return !faulty.has(issue.path.slice(0, issue.path.lastIndexOf("/")));
    });
}
/** The places in which something is wrong that may be why members seem undeclared. Members that seem so are none of their holder's. */
function faultyHolders(issues) {
    const found = new Set();
    for (const { keyword, path } of issues) {
        const holder = keyword === UNEVALUATED ? path.lastIndexOf("/") : -1;
        for (let at = path.length; at >= 0; at = at > 0 ? path.lastIndexOf("/", at - 1) : -1) {
            if (at !== holder)
                found.add(path.slice(0, at));
        }
    }
    return found;
}
/** Whether an issue is about a claim itself and not about something in it. */
function isTop(issue) {
    return issue.path.lastIndexOf("/") === 0;
}
/** The issues of several checks, each place and code once. */
export function mergeIssues(...lists) {
    const issues = new Map();
    for (const issue of lists.flat()) {
        // No code and no keyword has a slash, with which each path begins.
        const key = issue.code + (issue.code === "invalid" ? issue.keyword : "") + issue.path;
        if (!issues.has(key))
            issues.set(key, issue);
    }
    return [...issues.values()];
}
function toIssue(error, table) {
    const { keyword, instancePath, params } = error;
    const missing = params["missingProperty"];
    const member = missing ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
    const path = member === undefined ? instancePath : appendPointer(instancePath, String(member));
    const [claim = ""] = splitPointer(path);
    const [code, problem] = member === undefined
        ? ["invalid", wordRule(error, table)]
        : missing === undefined
            ? ["unknown", NOT_IN_CLAIM_SET]
            : ["missing", "is missing"];
    return { code, claim, path, message: `${wordSubject(claim, path)} ${problem}.`, keyword };
}
const NOT_IN_CLAIM_SET = "is not in the claim set";
/** Puts `misnamed` in the place of what is missing, or unknown, because of a wrong name. */
function nameMisnamed(issues, value, table, declared) {
    const claimsOf = (code) => issues.flatMap((issue) => (issue.code === code && isTop(issue) ? [issue.claim] : []));
    const [missing, unknown] = [claimsOf("missing"), claimsOf("unknown")];
    if (missing.length + unknown.length === 0)
        return issues;
    // Faults of members are those of an object.
    const present = Object.keys(value);
    const names = new Set(present);
    const found = present.filter((name) => !declared.has(name));
    const pairs = pairMisnamed(missing, found, table);
    // A claim that may be absent is only missed where its misspelt name is refused.
    const absent = table.names.filter((name) => !names.has(name) && !missing.includes(name));
    const rest = unknown.filter((name) => !pairs.has(name));
    for (const [name, meant] of pairMisnamed(absent, rest, table))
        pairs.set(name, meant);
    const misnamed = new Map();
    for (const [claim, expected] of pairs) {
        const path = appendPointer("", claim);
        const message = `${wordSubject(claim, path)} ${NOT_IN_CLAIM_SET}; did you mean ${quoteName(expected)}?`;
        const issue = { code: "misnamed", claim, path, message, expected };
        misnamed.set(`unknown${claim}`, issue).set(`missing${expected}`, issue);
    }
    return mergeIssues(issues.map((issue) => (isTop(issue) && misnamed.get(issue.code + issue.claim)) || issue));
}
