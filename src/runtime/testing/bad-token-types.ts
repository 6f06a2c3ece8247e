/**
 * Tokens that a consumer has to refuse, each with one fault. Each call makes a new one by the issuer's keys and clock. The code is the
 * one of the `ClaimsError` that verify throws.
 */
export interface AnyBadTokens {
  /** Has no signature part: `malformed_token`. */
  malformed(): Promise<string>;
  /** Is encrypted (JWE), in five parts: `encrypted_token`. */
  encrypted(): Promise<string>;
  /** Is signed and longer than `maxTokenBytes`: `token_too_large`. */
  tooLarge(): Promise<string>;
  /** Says that it is not signed, and is not: `algorithm_not_allowed`. */
  algNone(): Promise<string>;
  /** Is signed with another algorithm; where the policy has public keys, with one of them as a secret: `algorithm_not_allowed`. */
  wrongAlgorithm(): Promise<string>;
  /** Is of another kind by its header `typ`: `type_mismatch`. */
  wrongType(): Promise<string>;
  /** Names a key that is in no key set: `key_not_found`; of a consumer that has a single key and no set, `invalid_signature`. */
  unknownKey(): Promise<string>;
  /** Names the issuer's key and is signed with a stranger's: `invalid_signature`. */
  wrongKey(): Promise<string>;
  /** Was edited after it was signed: `invalid_signature`. */
  tampered(): Promise<string>;
  /** Expired a day ago: `expired`. */
  expired(): Promise<string>;
  /** Is valid from tomorrow: `not_yet_valid`. */
  notYetValid(): Promise<string>;
  /** Lives a day longer than the policy allows: `lifetime_exceeded`. */
  livesTooLong(): Promise<string>;
}
