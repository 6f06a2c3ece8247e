import type { ProducerDefinition } from "../policy/definition.js";
import { type IssueOptions } from "./issue-options.js";
/**
 * Issues a token: reads the claims once, fills in what the policy knows, validates, and signs exactly
 * what was validated. What verify of the same package would refuse is never signed.
 *
 * @throws {ClaimsError} `invalid_claims`, `invalid_option`, `invalid_key`, and the codes of what verify would refuse
 */
export declare function issueToken(definition: ProducerDefinition, claims: unknown, options: IssueOptions): Promise<string>;
