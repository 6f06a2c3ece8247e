import { selectBestErrors } from "./best-errors.js";
import { pairMisnamed } from "./misnamed.js";
import { appendPointer, splitPointer } from "./pointer.js";
import { quoteName } from "./quote-name.js";
import { wordRule, wordSubject } from "./word-issue.js";
/**
 * The issues of a claims object that a validator refused: one for each fault, in the validator's order,
 * with `misnamed` where a name that was found explains a claim that is missing.
 */
export function explainErrors(errors, value, table) {
    const issues = mergeIssues(selectBestErrors(errors).map(toIssue));
    return nameMisnamed(withoutConsequences(issues, table), value, table);
}
/**
 * Leaves out what is unknown only because something else is wrong: where a part of a schema refuses, what that part
 * declares does not count as declared.
 */
function withoutConsequences(issues, table) {
    const declared = new Set(table.names);
    return issues.filter((issue) => {
        if (issue.code !== "unknown" || issue.keyword !== "unevaluatedProperties")
            return true;
        // At the top it is known which names are declared; further down, the other fault comes first.
        if (isTop(issue) && !declared.has(issue.claim))
            return true;
        const holder = issue.path.slice(0, issue.path.lastIndexOf("/"));
        return !issues.some((other) => isCause(other, holder));
    });
}
/** Whether an issue is in an object, or in something that the object holds, and may be why its members seem undeclared. */
function isCause({ code, keyword, path }, holder) {
    if (path !== holder && !path.startsWith(`${holder}/`))
        return false;
    const isMember = path.lastIndexOf("/") === holder.length;
    return !(code === "unknown" && keyword === "unevaluatedProperties" && isMember);
}
/** Whether an issue is about a claim itself and not about something in it. */
function isTop(issue) {
    return issue.path.lastIndexOf("/") === 0;
}
/** The issues of several checks, each place and code once. */
export function mergeIssues(...lists) {
    const issues = new Map();
    for (const issue of lists.flat()) {
        const key = JSON.stringify([issue.path, issue.code, issue.code === "invalid" ? issue.keyword : null]);
        if (!issues.has(key))
            issues.set(key, issue);
    }
    return [...issues.values()];
}
function toIssue(error) {
    const { keyword, instancePath, params } = error;
    const missing = params["missingProperty"];
    const member = missing ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
    const path = member === undefined ? instancePath : appendPointer(instancePath, String(member));
    const [claim = ""] = splitPointer(path);
    const word = (code, problem) => ({
        code,
        claim,
        path,
        message: `${wordSubject(claim, path)} ${problem}.`,
        keyword,
    });
    if (member === undefined)
        return word("invalid", wordRule(error));
    return missing === undefined ? word("unknown", "is not in the claim set") : word("missing", "is missing");
}
/** Puts `misnamed` in the place of what is missing, or unknown, because of a wrong name. */
function nameMisnamed(issues, value, table) {
    const claimsOf = (code) => issues.filter((issue) => issue.code === code && isTop(issue)).map(({ claim }) => claim);
    const [missing, unknown] = [claimsOf("missing"), claimsOf("unknown")];
    if (missing.length + unknown.length === 0)
        return issues;
    const present = new Set(typeof value === "object" && value !== null ? Object.keys(value) : []);
    const declared = new Set(table.names);
    const found = [...present].filter((name) => !declared.has(name));
    const pairs = pairMisnamed(missing, found, table);
    // A claim that may be absent is only missed where its misspelt name is refused.
    const absent = table.names.filter((name) => !present.has(name) && !missing.includes(name));
    const rest = unknown.filter((name) => !pairs.has(name));
    for (const [name, meant] of pairMisnamed(absent, rest, table))
        pairs.set(name, meant);
    const misnamed = new Map();
    for (const [name, meant] of pairs) {
        const issue = misnamedIssue(name, meant);
        misnamed.set(`unknown ${name}`, issue).set(`missing ${meant}`, issue);
    }
    return mergeIssues(issues.map((issue) => (isTop(issue) ? misnamed.get(`${issue.code} ${issue.claim}`) : undefined) ?? issue));
}
function misnamedIssue(name, expected) {
    const message = `Claim ${quoteName(name)} is not in the claim set; did you mean ${quoteName(expected)}?`;
    return { code: "misnamed", claim: name, path: appendPointer("", name), message, expected };
}
