import type { ConsumerDefinition } from "../policy/definition.js";
/**
 * The key to verify a token with: as it is given, or, of keys by issuer, those of the issuer that the payload names. Nobody
 * has verified that yet: it only chooses the keys, and these have to verify the very payload that it stands in.
 *
 * @param payload - the payload's text
 * @throws {ClaimsError} `issuer_mismatch` for an issuer without keys, `malformed_token`
 */
export declare function chooseKey(key: unknown, payload: string | undefined, { matchIssuer }: Pick<ConsumerDefinition, "matchIssuer">): unknown;
/**
 * The issuer that a payload names, whether it is verified or not.
 *
 * @throws {ClaimsError} `malformed_token`, `issuer_mismatch` where it names none
 */
export declare function readIssuer(payload: string | undefined): string;
