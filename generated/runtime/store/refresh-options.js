import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
const KNOWN = ["store", "policy", "verify", "issue", "onReuse"];
/**
 * Reads the options of a rotation, each once. `lifetime` is in seconds.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readRefreshOptions(options) {
    const given = readOptions(options, KNOWN);
    for (const name of ["verify", "issue", ...(given.has("onReuse") ? ["onReuse"] : [])]) {
        if (typeof given.get(name) !== "function")
            throw refuse("invalid_option", `Option \`${name}\` must be a function.`);
    }
    for (const name of ["beginFamily", "advanceFamily", "endFamily"]) {
        if (typeof memberOf(given.get("store"), name) !== "function") {
            throw refuse("invalid_option", `Option \`store\` must have a function \`${name}\`.`);
        }
    }
    const lifetime = memberOf(given.get("policy"), "lifetime");
    if (typeof lifetime !== "number" || !(lifetime > 0 && lifetime < Number.POSITIVE_INFINITY)) {
        throw refuse("invalid_option", "Option `policy` must be the policy of the refresh token.");
    }
    // The forms have been checked, and the compiler knows what belongs to them.
    return { ...Object.fromEntries(given), lifetime };
}
function memberOf(value, name) {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
