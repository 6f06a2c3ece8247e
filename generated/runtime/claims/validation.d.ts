import type { ClaimIssue, ClaimsValidator } from "../errors/claim-issue.js";
import type { ClaimSet } from "./claim-set.js";
/** A value that conforms to the claim set, or everything in it that does not. */
export type ValidationResult<Claims> = {
    readonly value: Claims;
} | {
    readonly issues: readonly ClaimIssue[];
};
/**
 * Validates claims as a consumer reads them. With `unknownClaims: "strip"` the value that comes back is a
 * copy without the undeclared names. Never throws, whatever the value.
 */
export declare function validateClaims<Claims>(claimSet: ClaimSet, value: unknown): ValidationResult<Claims>;
/** Validates claims that are plain data; with `strip`, undeclared names are taken out of it in place. */
export declare function checkClaimSet(claimSet: ClaimSet, claims: unknown): ValidationResult<unknown>;
/** The issues that a validator finds; none where it accepts. */
export declare function runValidator(validator: ClaimsValidator, value: unknown, { claimNames }: Pick<ClaimSet, "claimNames">): readonly ClaimIssue[];
