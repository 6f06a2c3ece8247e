import { broken, exposed, misfit } from "../engine/key-check.js";
import { engine } from "../engine/platform-engine.js";
import { isBase64url } from "../text/base64url.js";
import { recallKey, rememberKey } from "./known-keys.js";
import { prepareImported, readyOf } from "./ready-key.js";
/** The members of a JWK that carry key material (RFC 7518 section 6, RFC 8037 section 2). */
const PUBLIC_MEMBERS = ["crv", "x", "y", "n", "e"];
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi"];
/** The own members of an object, each read once; null where reading fails. */
export function readMembers(value) {
    try {
        return new Map(Object.entries(value));
    }
    catch {
        return null;
    }
}
/** Says what a JWK states against its being used so: `kty`, `crv`, `use`, `key_ops`, `alg` (RFC 7517 section 4). */
export function checkJwk({ members: jwk }, { alg, kty, crv }, use) {
    const fault = unlike(jwk, "kty", kty, false) ??
        (crv === null ? null : unlike(jwk, "crv", crv, false)) ??
        unlike(jwk, "alg", alg, true) ??
        unlike(jwk, "use", "sig", true);
    const operations = jwk.get("key_ops");
    if (fault !== null || operations === undefined)
        return fault;
    const isList = Array.isArray(operations) && operations.every((operation) => typeof operation === "string");
    if (!isList || new Set(operations).size !== operations.length)
        return broken('The JWK\'s "key_ops" is not a list of distinct strings.');
    return operations.includes(use) ? null : misfit(`The JWK's "key_ops" does not include "${use}".`);
}
function unlike(jwk, member, wanted, mayLack) {
    const stated = jwk.get(member);
    if (stated === wanted || (mayLack && stated === undefined))
        return null;
    return misfit(`The JWK's "${member}" is not "${wanted}".`);
}
/** Checks a JWK against the algorithm and its use, and imports it; an object that still holds the same key is imported once. */
export function prepareJwk(jwk, algorithm, use) {
    const { source, members } = jwk;
    const fault = checkJwk(jwk, algorithm, use);
    if (fault !== null)
        return fault;
    const known = recallKey(source, algorithm, use);
    // What is remembered of a JWK is its members, put there below.
    if (known !== undefined && isSame(members, known.contents))
        return { key: known.key };
    const remember = (result) => {
        if (!("fault" in result))
            rememberKey(source, use, members, result.key);
        return result;
    };
    const result = importMembers(members, algorithm, use);
    return result instanceof Promise ? result.then(remember) : remember(result);
}
function isSame(members, other) {
    if (members.size !== other.size)
        return false;
    for (const [name, value] of members) {
        // What a list such as "key_ops" holds is checked at each use, and is no part of the key.
        if (value !== other.get(name))
            return false;
    }
    return true;
}
function importMembers(jwk, algorithm, use) {
    const secret = algorithm.checkSecret?.(jwk);
    if (secret !== undefined)
        return readyOf(secret, algorithm);
    const isPrivate = PRIVATE_MEMBERS.some((member) => jwk.has(member));
    if (use === "verify" && isPrivate)
        return exposed("JWK");
    if (use === "sign" && !isPrivate)
        return misfit("Signing takes a private JWK.");
    const material = readMaterial(jwk);
    if (material === null)
        return broken("A member of the JWK is not base64url.");
    try {
        // Only key material goes in: what the JWK says about its use has been checked above.
        const key = engine.importJwk({ ...material, kty: algorithm.kty }, algorithm);
        if (!(key instanceof Promise))
            return prepareImported(key, algorithm, use);
        return key.then((key) => prepareImported(key, algorithm, use)).catch(() => UNREADABLE);
    }
    catch {
        return UNREADABLE;
    }
}
const UNREADABLE = { fault: "The JWK cannot be read.", kind: "broken" };
function readMaterial(jwk) {
    const material = {};
    for (const member of [...PUBLIC_MEMBERS, ...PRIVATE_MEMBERS]) {
        const value = jwk.get(member);
        if (value === undefined)
            continue;
        // "crv" is a name; every other member is base64url.
        if (typeof value !== "string" || (member !== "crv" && !isBase64url(value)))
            return null;
        material[member] = value;
    }
    return material;
}
