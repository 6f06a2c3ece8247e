import { type GivenOptions } from "../policy/read-options.js";
/**
 * What a store answers.
 *
 * @param timeout - milliseconds
 * @throws {ClaimsError} `revocation_unavailable` where it throws, or takes longer
 */
export declare function askStore<Answer>(ask: () => Answer | PromiseLike<Answer>, timeout: number): Promise<Answer>;
/**
 * The option that says how long a store may take, in milliseconds: a second where it is left out. More than a minute would
 * hold requests until others give up; a clock that is set for weeks would end at once.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readWait(given: GivenOptions, option: string): number;
