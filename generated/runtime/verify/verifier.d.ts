import type { ConsumerDefinition } from "../policy/definition.js";
import { type VerifierOptions } from "./verifier-options.js";
import { type VerifiedToken } from "./verify.js";
import { type VerifyDemands } from "./verify-options.js";
/** Verifies tokens with the key and the demands that it was made with; a call can demand more, never less. */
export type Verifier<Claims, More = unknown> = (token: string, options?: VerifyDemands) => Promise<VerifiedToken<Claims> & More>;
/**
 * Makes a verifier for one key or key set. With `cache`, a token that was verified before costs no second signature: all
 * else is checked as the first time, and the key that verified it must be one of the caller's keys still.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export declare function createVerifier<Claims, More = unknown>(definition: ConsumerDefinition, options: VerifierOptions): Verifier<Claims, More>;
