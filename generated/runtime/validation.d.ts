import type { ClaimIssue, ClaimsValidator } from "./claim-issue.js";
import type { ConsumerDefinition } from "./definition.js";
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
export declare function validateClaims<Claims>(definition: ConsumerDefinition, value: unknown): ValidationResult<Claims>;
/** Validates claims that are plain data; with `strip`, undeclared names are taken out of it in place. */
export declare function checkClaimSet(definition: ConsumerDefinition, claims: unknown): ValidationResult<unknown>;
/** The issues that a validator finds; none where it accepts. */
export declare function runValidator(validator: ClaimsValidator, value: unknown, { claimNames }: Pick<ConsumerDefinition, "claimNames">): readonly ClaimIssue[];
