import { describeAlgorithm } from "../algorithms/describe-algorithm.js";
import { refuse } from "../errors/refuse.js";
import { checkJwk, prepareJwk, readMembers } from "./jwk.js";
import { prepareKey, readJwks } from "./prepare-key.js";
/**
 * The first of the algorithms that the key fits, in the policy's order, with the key checked for it.
 *
 * @param keyId - picks a key of a JWK Set, and becomes `kid`; null takes the JWK's own
 * @throws {ClaimsError} `invalid_key`, `key_not_found`, `algorithm_not_allowed`
 */
export async function findSigningKey(key, algorithms, keyId) {
    const jwks = readJwks(key);
    if (jwks === "malformed")
        throw refuse("invalid_key", 'The JWK Set\'s "keys" is not a list.');
    const faults = [];
    for (const alg of algorithms) {
        const algorithm = describeAlgorithm(alg);
        if (algorithm === null)
            throw refuse("algorithm_not_allowed");
        if (jwks === null) {
            const result = await prepareKey(key, algorithm, "sign");
            if (!("fault" in result))
                return { alg, key: result.key, kid: keyId ?? readKid(membersOf(key)) };
            faults.push(result);
        }
        for (const jwk of jwks ?? []) {
            if (keyId !== null && jwk.members.get("kid") !== keyId)
                continue;
            if (checkJwk(jwk, algorithm, "sign") !== null)
                continue;
            const result = await prepareJwk(jwk, algorithm, "sign");
            if (!("fault" in result))
                return { alg, key: result.key, kid: keyId ?? readKid(jwk.members) };
            if (result.kind === "unsafe")
                faults.push(result);
        }
    }
    // Of several faults, the one of the algorithm that the key was meant for says most.
    const fault = faults.find(({ kind }) => kind === "unsafe") ?? faults[0];
    throw fault === undefined
        ? refuse("key_not_found", "No key of the key set can sign with an allowed algorithm.")
        : refuse("invalid_key", fault.fault);
}
/** The members of a key that may be a JWK. */
function membersOf(key) {
    return typeof key !== "object" || key === null || key instanceof Uint8Array ? null : readMembers(key);
}
/** The JWK's own `kid`; null for keys of other forms. */
function readKid(members) {
    const kid = members?.has("kty") === true ? members.get("kid") : undefined;
    if (kid === undefined)
        return null;
    if (typeof kid !== "string" || kid === "")
        throw refuse("invalid_key", 'The JWK\'s "kid" is not a string, or empty.');
    return kid;
}
