import { mergeIssues } from "../claims/explain-errors.js";
import { checkClaimSet } from "../claims/validation.js";
import { refuseClaims } from "../errors/refuse.js";
import type { ConsumerDefinition } from "../policy/definition.js";
import { checkAudience, checkIssuer } from "../policy/parties.js";
import { checkTimeForms, checkTimes } from "../policy/times.js";
import type { CheckedDemands } from "./verify-options.js";

/**
 * Checks the claims of a token whose signature is verified: times, issuer, audience, then the claim set (RFC 7519
 * sections 4.1 and 7.2). With `unknownClaims: "strip"`, undeclared names are taken out of them in place.
 *
 * @throws {ClaimsError} `invalid_claims`, `expired`, `not_yet_valid`, `lifetime_exceeded`, `issuer_mismatch`, `audience_mismatch`
 */
export function checkClaims<Claims>(
  definition: ConsumerDefinition,
  claims: Record<string, unknown>,
  { audience, issuer, clockToleranceSeconds, now }: CheckedDemands,
): Claims {
  const { policy } = definition;
  const formIssues = checkTimeForms(claims);
  if (formIssues.length > 0) {
    const result = checkClaimSet(definition, claims);
    throw refuseClaims(mergeIssues("issues" in result ? result.issues : [], formIssues));
  }
  checkTimes(claims, now, clockToleranceSeconds ?? policy.clockTolerance, policy.lifetime);
  checkIssuer(claims, definition, issuer);
  checkAudience(claims, policy, audience);
  const result = checkClaimSet(definition, claims);
  if ("issues" in result) throw refuseClaims(result.issues);
  // The validator has accepted the value, and the generated type holds all that it accepts.
  return result.value as Claims;
}
