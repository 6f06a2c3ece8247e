import type { EncodedToken, EngineKey } from "../engine/crypto-engine.js";
import { engine } from "../engine/platform-engine.js";
import { refuse } from "../errors/refuse.js";
import { chooseKey } from "../keys/issuer-keys.js";
import type { TokenHeader } from "../keys/key-forms.js";
import { findVerifyKeys } from "../keys/verify-keys.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import { type DecodedToken, decodeToken } from "../token/decode.js";
import { checkHeader } from "./verify-header.js";

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
export function openToken(
  definition: ConsumerDefinition,
  token: unknown,
  key: unknown,
): OpenToken | Promise<OpenToken> {
  const decoded = decodeToken(token, definition.policy.maxTokenBytes);
  const header = checkHeader(decoded.header, definition);
  const keys = findVerifyKeys(chooseKey(key, decoded.payload, definition), decoded, header, definition.families);
  return keys instanceof Promise
    ? keys.then((found) => tryKeys(decoded, header, found, 0))
    : tryKeys(decoded, header, keys, 0);
}

/** Tries the keys in turn, from one of them on. */
function tryKeys(
  token: DecodedToken,
  header: TokenHeader,
  keys: readonly EngineKey[],
  from: number,
): OpenToken | Promise<OpenToken> {
  const key = keys[from];
  if (key === undefined) throw refuse("invalid_signature");
  const settle = (isValid: boolean): OpenToken | Promise<OpenToken> =>
    isValid ? { header, payload: token.payload, key } : tryKeys(token, header, keys, from + 1);
  const verdict = verifyWith(token, key);
  return typeof verdict === "boolean" ? settle(verdict) : verdict.then(settle, refuseKey);
}

function verifyWith(token: EncodedToken, key: EngineKey): boolean | Promise<boolean> {
  if (token.signature.length !== key.signatureBytes) return false;
  try {
    return engine.verify(token, key);
  } catch (cause) {
    return refuseKey(cause);
  }
}

function refuseKey(cause: unknown): never {
  throw refuse("invalid_key", undefined, { cause });
}
