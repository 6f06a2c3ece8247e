import type { ConsumerDefinition } from "./definition.js";
import { mergeIssues } from "./explain-errors.js";
import { checkAudience, checkIssuer } from "./parties.js";
import { refuseClaims } from "./refuse.js";
import { checkTimeForms, checkTimes } from "./times.js";
import { checkClaimSet } from "./validation.js";
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
