import { mergeIssues } from "../claims/explain-errors.js";
import { pairMisnamed } from "../claims/misnamed.js";
import { runValidator } from "../claims/validation.js";
import { checkTimeForms } from "../policy/times.js";
/** Values that most claims refuse one of. */
export const WRONG_VALUES = [
    ...[null, "", {}, [], true, -1, "\u0001", 0.5, [null], "wrong"],
    // For what has limits and no type.
    ...[1e12, "wrong".repeat(20), [null, null, null], { wrong: null, "\u0001": null }],
];
/** The claims without one; null where they are not refused for it. */
export function withoutClaim(judge, claims, claim) {
    const wrong = withClaim(claims, claim, undefined);
    return isRefused(judge, wrong, (issue) => issue.code === "missing" && issue.claim === claim) ? wrong : null;
}
/** The claims with one under another name; null where no name is refused for being meant for it. */
export function withMisnamedClaim(judge, claims, claim) {
    const name = misnamedAs(judge, claims, claim);
    if (name === null)
        return null;
    const wrong = withClaim(withClaim(claims, claim, undefined), name, claims[claim]);
    return isRefused(judge, wrong, (issue) => issue.code === "misnamed" && issue.expected === claim) ? wrong : null;
}
/** A name that is taken for a claim's, and is no other claim's; null where there is none, or the claims do not have the claim. */
export function misnamedAs({ claimNames, declared }, claims, claim) {
    if (!Object.hasOwn(claims, claim))
        return null;
    for (const name of wrongNames(claim, claimNames)) {
        if (Object.hasOwn(claims, name) || declared.has(name))
            continue;
        if (pairMisnamed([claim], [name], claimNames).get(name) === claim)
            return name;
    }
    return null;
}
/** The claims with a value of one that is refused; null where none was found. */
export function withInvalidClaim(judge, claims, claim) {
    for (const value of WRONG_VALUES) {
        const wrong = withClaim(claims, claim, value);
        if (isRefused(judge, wrong, (issue) => issue.code === "invalid" && issue.claim === claim))
            return wrong;
    }
    return null;
}
/** The claims with one that the claim set does not have. */
export function withUnknownClaim(claims) {
    return withClaim(claims, "claim-that-is-not-in-the-claim-set", true);
}
function isRefused(judge, claims, isWanted) {
    return findIssues(judge, claims).some(isWanted);
}
/** What verify finds wrong with claims, times apart that only a clock can judge. */
export function findIssues({ validators, claimNames }, claims) {
    const found = validators.map((validator) => runValidator(validator, claims, { claimNames }));
    return mergeIssues(...found, checkTimeForms(claims));
}
/** A copy with another value of a claim; undefined takes it out. */
function withClaim(claims, claim, value) {
    // Without a prototype: engines then make a table of it, where a shape for each of thousands of claims takes a hundred times as long.
    const copy = Object.assign(Object.create(null), claims);
    if (value === undefined)
        Reflect.deleteProperty(copy, claim);
    else
        copy[claim] = value;
    return copy;
}
/** Names that people write by mistake for a claim's, the most usual first. */
function* wrongNames(claim, { namespaces }) {
    const namespace = namespaces.find((prefix) => claim.startsWith(prefix) && claim.length > prefix.length) ?? "";
    const bare = claim.slice(namespace.length);
    if (namespace !== "")
        yield bare;
    const camel = bare.replace(/[_-]+([A-Za-z0-9])/g, (_, letter) => letter.toUpperCase());
    const snake = bare.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
    for (const other of [camel, snake, bare.charAt(0).toUpperCase() + bare.slice(1), bare.toUpperCase(), `${bare}s`]) {
        yield namespace + other;
    }
}
