import { engine } from "../engine/platform-engine.js";
import { refuse } from "../errors/refuse.js";
import { chooseKey } from "../keys/issuer-keys.js";
import { findVerifyKeys } from "../keys/verify-keys.js";
import { decodeToken } from "../token/decode.js";
import { checkHeader } from "./verify-header.js";
/**
 * Checks a token up to its signature: size, form, algorithm, type, key (RFC 7515 section 5.2, RFC 8725 section 3). At once
 * where no key has to be fetched or imported and the signature is computed here: each wait costs a turn of the microtasks.
 *
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`, `algorithm_not_allowed`, `type_mismatch`,
 * `issuer_mismatch` where there are keys by issuer and none for this one, `key_not_found`, `jwks_unavailable`, `invalid_key`,
 * `invalid_signature`; so it rejects, too
 */
export function openToken(definition, token, key) {
    const decoded = decodeToken(token, definition.policy.maxTokenBytes);
    const header = checkHeader(decoded.header, definition);
    const keys = findVerifyKeys(chooseKey(key, decoded.payload, definition), decoded, header, definition.families);
    return keys instanceof Promise
        ? keys.then((found) => tryKeys(decoded, header, found, 0))
        : tryKeys(decoded, header, keys, 0);
}
/** Tries the keys in turn, from one of them on. */
function tryKeys(token, header, keys, from) {
    const key = keys[from];
    if (key === undefined)
        throw refuse("invalid_signature");
    const settle = (isValid) => isValid ? { header, payload: token.payload, key } : tryKeys(token, header, keys, from + 1);
    const verdict = verifyWith(token, key);
    return typeof verdict === "boolean" ? settle(verdict) : verdict.then(settle, refuseKey);
}
function verifyWith(token, key) {
    if (token.signature.length !== key.signatureBytes)
        return false;
    try {
        return engine.verify(token, key);
    }
    catch (cause) {
        return refuseKey(cause);
    }
}
function refuseKey(cause) {
    throw refuse("invalid_key", undefined, { cause });
}
