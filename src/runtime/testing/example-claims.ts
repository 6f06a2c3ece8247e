import { mergeIssues } from "../claims/explain-errors.js";
import { takeSnapshot } from "../claims/snapshot.js";
import { runValidator } from "../claims/validation.js";
import { refuseClaims } from "../errors/refuse.js";
import { applyOverrides, define } from "./overrides.js";
import type { TokenKit } from "./token-kit.js";

/**
 * Claims of a verified token, with those of a test in place of the example's: new data at each call, equal at every call.
 *
 * @throws {ClaimsError} `invalid_claims` where they do not conform to the claim set
 */
export function exampleClaims<Claims>(kit: TokenKit, overrides?: unknown): Claims {
  const claims = mergedClaims(kit, overrides);
  const issues = mergeIssues(runValidator(kit.closed, claims, kit), runValidator(kit.open, claims, kit));
  if (issues.length > 0) throw refuseClaims(issues);
  // Both validators have accepted it, and the generated type holds all that they accept.
  return claims as Claims;
}

/** The example with a test's claims in their places, however wrong. */
export function mergedClaims(kit: TokenKit, overrides: unknown): Record<string, unknown> {
  const snapshot = takeSnapshot(applyOverrides(kit.example, overrides ?? {}));
  if ("issues" in snapshot) throw refuseClaims(snapshot.issues);
  return snapshot.value;
}

/**
 * The claims of a token that is issued at a time: as {@link mergedClaims}, with the times and the id of a new token unless a test
 * gives its own.
 *
 * @param now - seconds since 1970
 */
export function claimsAt(kit: TokenKit, now: number, overrides: unknown): Record<string, unknown> {
  const claims = mergedClaims(kit, overrides);
  const given = typeof overrides === "object" && overrides !== null ? overrides : {};
  const put = (name: string, value: unknown) => {
    if (!Object.hasOwn(given, name)) define(claims, name, value);
  };
  const issued = Object.hasOwn(given, "iat") && typeof claims["iat"] === "number" ? claims["iat"] : Math.floor(now);
  put("iat", issued);
  put("exp", issued + kit.policy.lifetime);
  if (Object.hasOwn(claims, "nbf")) put("nbf", issued);
  if (kit.fillsJwtId) put("jti", crypto.randomUUID());
  return claims;
}
