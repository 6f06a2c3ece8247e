import type { ConsumerDefinition } from "./definition.js";
import type { TokenHeader } from "./key-forms.js";
import { type VerifyOptions } from "./verify-options.js";
/** What a verified token says. */
export interface VerifiedToken<Claims> {
    readonly claims: Claims;
    readonly header: TokenHeader;
}
/**
 * Verifies a token (RFC 7519 section 7.2, RFC 8725): size, form, algorithm, type, signature, and only then
 * its times, issuer, audience and claim set.
 *
 * @throws {ClaimsError} with any of its codes; the first check that fails decides which
 */
export declare function verifyToken<Claims>(definition: ConsumerDefinition, token: unknown, options: VerifyOptions): Promise<VerifiedToken<Claims>>;
