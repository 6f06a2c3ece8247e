import type { GivenOptions } from "../policy/read-options.js";
/** Takes down what the store is to be told of some claims, and gives what asks it. */
export type PrepareCheck = (claims: Readonly<Record<string, unknown>>) => () => Promise<void>;
/**
 * The check of the options `store` and `storeTimeout`; null where there is none. It is prepared before undeclared claims are
 * taken out, since the store has to know of a `jti` that the claim set does not declare, and asked after everything else.
 *
 * @throws {ClaimsError} `invalid_option`; what it gives rejects with `token_revoked`, `revocation_unavailable`
 */
export declare function readStore(given: GivenOptions): PrepareCheck | null;
