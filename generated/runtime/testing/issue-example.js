import { refuse } from "../errors/refuse.js";
import { issueToken } from "../issue/issue.js";
import { readOptions } from "../policy/read-options.js";
import { mergedClaims } from "./example-claims.js";
/** Claims that a new token gets anew. */
const MADE_ANEW = ["iat", "exp", "jti"];
/**
 * A good token: the example with a test's claims in it, issued at the issuer's clock as the package's own `issue…` does.
 *
 * @throws {ClaimsError} whatever issue refuses: a bad token comes from the bad tokens
 */
export async function issueExample(kit, issuer, overrides = {}, options = {}) {
    const given = readOptions(options, ["algorithm", "expiresIn", "header"]);
    const algorithm = given.get("algorithm") ?? kit.policy.algorithms[0];
    if (typeof algorithm !== "string")
        throw refuse("invalid_option", "Option `algorithm` must be a string.");
    const claims = mergedClaims(kit, overrides);
    const now = issuer.clock.now();
    const own = typeof overrides === "object" && overrides !== null ? overrides : {};
    for (const name of MADE_ANEW) {
        if (Object.hasOwn(own, name) || (name === "jti" && !kit.fillsJwtId))
            continue;
        Reflect.deleteProperty(claims, name);
    }
    if (Object.hasOwn(claims, "nbf") && !Object.hasOwn(own, "nbf"))
        claims["nbf"] = Math.floor(now.getTime() / 1000);
    // Options that are left out stay away: present and undefined is refused. Their values are checked by issue.
    const passed = Object.fromEntries([...given].filter(([, value]) => value !== undefined));
    return issueToken(kit, claims, { ...passed, algorithm, key: issuer.signingKey(algorithm), now });
}
