import type { ClaimIssue, ClaimsValidator } from "../errors/claim-issue.js";
import type { ClaimSet } from "./claim-set.js";
import { explainErrors, mergeIssues } from "./explain-errors.js";
import { takeSnapshot } from "./snapshot.js";

/** A value that conforms to the claim set, or everything in it that does not. */
export type ValidationResult<Claims> = { readonly value: Claims } | { readonly issues: readonly ClaimIssue[] };

/**
 * Validates claims as a consumer reads them. With `unknownClaims: "strip"` the value that comes back is a
 * copy without the undeclared names. Never throws, whatever the value.
 */
export function validateClaims<Claims>(claimSet: ClaimSet, value: unknown): ValidationResult<Claims> {
  try {
    let claims = value;
    if (claimSet.strip !== null) {
      const snapshot = takeSnapshot(value);
      if ("issues" in snapshot) return snapshot;
      claims = snapshot.value;
    }
    const result = checkClaimSet(claimSet, claims);
    // The validator has accepted the value, and the generated type holds all that it accepts.
    return "issues" in result ? result : { value: result.value as Claims };
  } catch {
    // A getter or a proxy threw, or the value contains itself and the schema follows it around.
    return { issues: [UNREADABLE] };
  }
}

const UNREADABLE: ClaimIssue = { code: "invalid", claim: "", path: "", message: "The claims object cannot be read." };

/** Validates claims that are plain data; with `strip`, undeclared names are taken out of it in place. */
export function checkClaimSet(claimSet: ClaimSet, claims: unknown): ValidationResult<unknown> {
  const { open, closed, strip, claimNames, policy } = claimSet;
  const isReject = policy.unknownClaims === "reject" && closed !== null;
  // What nearly every token is: accepted, and nothing left to do.
  if (strip === null && open(claims) && (!isReject || closed(claims))) return { value: claims };
  const issues = mergeIssues(
    isReject ? runValidator(closed, claims, claimSet) : [],
    runValidator(open, claims, claimSet),
  );
  if (issues.length > 0) return { issues };
  if (strip === null || closed === null) return { value: claims };
  // `open` has accepted the claims, and a claim set accepts objects only.
  if (strip(claims as Record<string, unknown>, open, closed)) return { value: claims };
  return { issues: explainErrors(closed.errors ?? [], claims, claimNames) };
}

/** The issues that a validator finds; none where it accepts. */
export function runValidator(
  validator: ClaimsValidator,
  value: unknown,
  { claimNames }: Pick<ClaimSet, "claimNames">,
): readonly ClaimIssue[] {
  if (validator(value)) return [];
  const issues = explainErrors(validator.errors ?? [], value, claimNames);
  return issues.length > 0
    ? issues
    : [{ code: "invalid", claim: "", path: "", message: "The claims are not as the claim set says." }];
}
