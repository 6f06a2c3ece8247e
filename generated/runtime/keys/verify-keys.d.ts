import type { EngineKey } from "../engine/crypto-engine.js";
import type { KeyFamily } from "../engine/key-algorithm.js";
import type { CutToken } from "../token/decode.js";
import type { TokenHeader } from "./key-forms.js";
/**
 * The keys that may have signed a token, each checked: at least one; at once where they need no import or are known.
 *
 * The algorithm is one that the policy allows, so the token has not chosen it. The header's `jwk`, `jku`,
 * `x5u`, `x5c` and `x5t` are never looked at (RFC 8725 section 3.10).
 *
 * @throws {ClaimsError} `invalid_key`, `key_not_found`, `jwks_unavailable`
 */
export declare function findVerifyKeys(key: unknown, token: CutToken, header: TokenHeader, families: readonly KeyFamily[]): readonly EngineKey[] | Promise<readonly EngineKey[]>;
