import { ClaimsError } from "../errors/claims-error.js";
import { refuse } from "../errors/refuse.js";
import { readOwn } from "../policy/parties.js";
import { readObject } from "../token/decode.js";
/**
 * The key to verify a token with: as it is given, or, of keys by issuer, those of the issuer that the payload names. Nobody
 * has verified that yet: it only chooses the keys, and these have to verify the very payload that it stands in.
 *
 * @param payload - the payload's text
 * @throws {ClaimsError} `issuer_mismatch` for an issuer without keys, `malformed_token`
 */
export function chooseKey(key, payload, { matchIssuer }) {
    try {
        if (typeof key !== "object" || key === null || !Object.hasOwn(key, "issuers"))
            return key;
        // A JWK or JWK Set with a member of that name is one still.
        if (Object.hasOwn(key, "kty") || Object.hasOwn(key, "keys"))
            return key;
        // What is no record fails here, as a proxy may that throws.
        const issuers = Reflect.get(key, "issuers");
        const issuer = readIssuer(payload);
        const isListed = Object.hasOwn(issuers, issuer);
        // An issuer that calls itself a pattern fits none, its own entry no more than another.
        const fit = matchIssuer?.(isListed ? [issuer] : Object.keys(issuers), issuer);
        const entry = matchIssuer !== undefined || !isListed ? fit?.pattern : issuer;
        if (entry === undefined)
            throw refuse("issuer_mismatch");
        const found = Reflect.get(issuers, entry);
        if (typeof found !== "function")
            return found;
        const issuerParameters = fit?.parameters ?? {};
        // It is a function, and what it returns is checked like any key.
        return (header, parts) => found(header, parts, { issuer, issuerParameters });
    }
    catch (error) {
        if (error instanceof ClaimsError)
            throw error;
        // No key at all, and refused as such.
        return null;
    }
}
/**
 * The issuer that a payload names, whether it is verified or not.
 *
 * @throws {ClaimsError} `malformed_token`, `issuer_mismatch` where it names none
 */
export function readIssuer(payload) {
    const issuer = readOwn(readObject(payload, "payload"), "iss");
    if (typeof issuer !== "string")
        throw refuse("issuer_mismatch");
    return issuer;
}
