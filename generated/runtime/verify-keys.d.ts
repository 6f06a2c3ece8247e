import type { DecodedToken } from "./decode.js";
import type { PreparedKey, TokenHeader } from "./key-forms.js";
/**
 * The keys that may have signed a token, each checked: at least one.
 *
 * The algorithm is one that the policy allows, so the token has not chosen it. The header's `jwk`, `jku`,
 * `x5u`, `x5c` and `x5t` are never looked at (RFC 8725 section 3.10).
 *
 * @throws {ClaimsError} `invalid_key`, `key_not_found`, `jwks_unavailable`
 */
export declare function findVerifyKeys(key: unknown, token: DecodedToken, header: TokenHeader): Promise<readonly PreparedKey[]>;
