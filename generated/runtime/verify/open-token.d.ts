import type { EngineKey } from "../engine/crypto-engine.js";
import type { TokenHeader } from "../keys/key-forms.js";
import type { ConsumerDefinition } from "../policy/definition.js";
/** A token whose header and signature have been checked; nothing of its payload has. */
export interface OpenToken {
    readonly header: TokenHeader;
    /** The payload's text, JSON if the issuer did its part; undefined where it is not UTF-8. */
    readonly payload: string | undefined;
    /** The key that verified the signature. */
    readonly key: EngineKey;
}
/**
 * Checks a token up to its signature: size, form, algorithm, type, key (RFC 7515 section 5.2, RFC 8725 section 3). At once
 * where no key has to be fetched or imported and the signature is computed here: each wait costs a turn of the microtasks.
 *
 * @throws {ClaimsError} `malformed_token`, `encrypted_token`, `token_too_large`, `algorithm_not_allowed`, `type_mismatch`,
 * `issuer_mismatch` where there are keys by issuer and none for this one, `key_not_found`, `jwks_unavailable`, `invalid_key`,
 * `invalid_signature`; so it rejects, too
 */
export declare function openToken(definition: ConsumerDefinition, token: unknown, key: unknown): OpenToken | Promise<OpenToken>;
