import type { TokenHeader } from "../keys/key-forms.js";
import type { ConsumerDefinition } from "../policy/definition.js";
type Header = Readonly<Record<string, unknown>>;
/**
 * The header, checked against the policy; the token never chooses (RFC 8725 sections 3.1, 3.2 and 3.11).
 *
 * @throws {ClaimsError} `algorithm_not_allowed`, `malformed_token`, `type_mismatch`
 */
export declare function checkHeader(header: Header, definition: ConsumerDefinition): TokenHeader;
/**
 * Checks `alg` against the allow-list (RFC 8725 section 3.1).
 *
 * @throws {ClaimsError} `algorithm_not_allowed`
 */
export declare function checkAlgorithm(header: Header, allowed: readonly string[]): void;
/**
 * Refuses extensions: none is understood here, so none may be critical (RFC 7515 section 4.1.11, RFC 7797 section 7).
 *
 * @throws {ClaimsError} `malformed_token`
 */
export declare function checkExtensions(header: Header): void;
/**
 * Checks `typ` as a media type against those of the kind of token (RFC 8725 section 3.11).
 *
 * @param accepted - null stands for a header without `typ`
 * @throws {ClaimsError} `type_mismatch`
 */
export declare function checkType(header: Header, accepted: readonly (string | null)[]): void;
/** Whether `typ`, as a media type, is one of those of a kind of token; null among them stands for a header without one. */
export declare function isAcceptedType(header: Header, accepted: readonly (string | null)[]): boolean;
/**
 * Checks that `kid`, where there is one, is a string (RFC 7515 section 4.1.4).
 *
 * @throws {ClaimsError} `malformed_token`
 */
export declare function checkKeyId(header: Header): void;
export {};
