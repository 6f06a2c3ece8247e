import type { TokenHeader } from "../keys/key-forms.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import { type VerifyOptions } from "./verify-options.js";
/** What a verified token says. */
export interface VerifiedToken<Claims> {
    readonly claims: Claims;
    readonly header: TokenHeader;
}
/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set; last, a store is asked. `More` is what the policy adds to the result: see {@link OfIssuer}.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export declare function verifyToken<Claims, More = unknown>(definition: ConsumerDefinition, token: unknown, options: VerifyOptions): Promise<VerifiedToken<Claims> & More>;
/** What verify returns of claims that have been checked: with what the issuer's placeholders stand for, if it has any. */
export declare function describeVerified<Claims, More>({ policy, matchIssuer }: ConsumerDefinition, claims: Claims, header: TokenHeader): VerifiedToken<Claims> & More;
