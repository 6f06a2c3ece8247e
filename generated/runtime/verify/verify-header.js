import { refuse } from "../errors/refuse.js";
import { isSameMediaType } from "../text/media-type.js";
/**
 * The header, checked against the policy; the token never chooses (RFC 8725 sections 3.1, 3.2 and 3.11).
 *
 * @throws {ClaimsError} `algorithm_not_allowed`, `malformed_token`, `type_mismatch`
 */
export function checkHeader(header, definition) {
    checkAlgorithm(header, definition.policy.algorithms);
    checkExtensions(header);
    checkType(header, definition.acceptedTypes);
    checkKeyId(header);
    // `alg`, `typ` and `kid` have been checked one by one.
    return header;
}
/**
 * Checks `alg` against the allow-list (RFC 8725 section 3.1).
 *
 * @throws {ClaimsError} `algorithm_not_allowed`
 */
export function checkAlgorithm(header, allowed) {
    const alg = readMember(header, "alg");
    if (typeof alg !== "string" || !allowed.includes(alg))
        throw refuse("algorithm_not_allowed");
}
/**
 * Refuses extensions: none is understood here, so none may be critical (RFC 7515 section 4.1.11, RFC 7797 section 7).
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function checkExtensions(header) {
    for (const extension of ["crit", "b64"]) {
        if (Object.hasOwn(header, extension))
            throw refuse("malformed_token", `Header member "${extension}" is not supported.`);
    }
}
/**
 * Checks `typ` as a media type against those of the kind of token (RFC 8725 section 3.11).
 *
 * @param accepted - null stands for a header without `typ`
 * @throws {ClaimsError} `type_mismatch`
 */
export function checkType(header, accepted) {
    if (isAcceptedType(header, accepted))
        return;
    throw refuse("type_mismatch", readMember(header, "typ") === undefined ? "The header has no `typ`." : undefined);
}
/** Whether `typ`, as a media type, is one of those of a kind of token; null among them stands for a header without one. */
export function isAcceptedType(header, accepted) {
    const type = readMember(header, "typ");
    if (type === undefined)
        return accepted.includes(null);
    return (typeof type === "string" &&
        // Written alike is the same type, without a look at its parts.
        (accepted.includes(type) || accepted.some((one) => one !== null && isSameMediaType(one, type))));
}
/**
 * Checks that `kid`, where there is one, is a string (RFC 7515 section 4.1.4).
 *
 * @throws {ClaimsError} `malformed_token`
 */
export function checkKeyId(header) {
    const kid = readMember(header, "kid");
    if (kid !== undefined && typeof kid !== "string")
        throw refuse("malformed_token", 'Header member "kid" is not a string.');
}
function readMember(header, name) {
    return Object.hasOwn(header, name) ? header[name] : undefined;
}
