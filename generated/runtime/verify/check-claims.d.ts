import type { ConsumerDefinition } from "../policy/definition.js";
import type { CheckedDemands } from "./verify-options.js";
/**
 * Checks the claims of a token whose signature is verified: times, issuer, audience, then the claim set (RFC 7519
 * sections 4.1 and 7.2). With `unknownClaims: "strip"`, undeclared names are taken out of them in place.
 *
 * @throws {ClaimsError} `invalid_claims`, `expired`, `not_yet_valid`, `lifetime_exceeded`, `issuer_mismatch`, `audience_mismatch`
 */
export declare function checkClaims<Claims>(definition: ConsumerDefinition, claims: Record<string, unknown>, { audience, issuer, clockToleranceSeconds, now }: CheckedDemands): Claims;
