import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
import { isRealm } from "./challenge.js";
import { isCookieName } from "./cookie.js";
import { checkWanted } from "./grants.js";
const OWN_OPTIONS = ["cookie", "scope", "realm", "verifier"];
/**
 * Reads the options of authenticate, each once.
 *
 * @param grant - the claim that holds the scope; null where the claim set has none
 * @throws {ClaimsError} `invalid_option`
 */
export function readAuthenticateOptions(options, grant) {
    // Those that are not known here are verify's to check.
    const given = readOptions(options, typeof options === "object" && options !== null ? Object.keys(options) : ["key"]);
    const [cookie, realm, verifier] = [given.get("cookie"), given.get("realm"), given.get("verifier")];
    if (given.has("cookie") && !isCookieName(cookie)) {
        throw refuse("invalid_option", "Option `cookie` must be the name of a cookie.");
    }
    if (given.has("realm") && !isRealm(realm)) {
        throw refuse("invalid_option", 'Option `realm` must be printable ASCII without `"` and `\\`.');
    }
    if (given.has("verifier") && typeof verifier !== "function") {
        throw refuse("invalid_option", "Option `verifier` must be a function.");
    }
    return {
        cookie: isCookieName(cookie) ? cookie : null,
        scope: given.has("scope") ? readScope(given.get("scope"), grant) : null,
        realm: isRealm(realm) ? realm : null,
        verifier: verifier ?? null,
        rest: Object.fromEntries([...given].filter(([name]) => !OWN_OPTIONS.includes(name))),
    };
}
function readScope(scope, grant) {
    if (grant === null)
        throw refuse("invalid_option", "Option `scope` needs a claim set that has a scope.");
    const wanted = Array.isArray(scope) ? [...scope] : [scope];
    checkWanted(grant, wanted);
    return wanted;
}
