import type { SignedHeader } from "../engine/crypto-engine.js";
/**
 * The header of a token: what the policy and the key say, and the caller's further members after it.
 *
 * @throws {ClaimsError} `invalid_option`, `algorithm_not_allowed`, `type_mismatch`
 */
export declare function buildHeader(extra: unknown, own: {
    readonly alg: string;
    readonly typ: string;
    readonly kid: string | null;
}): SignedHeader;
