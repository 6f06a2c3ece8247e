import type { ClaimNameTable } from "../runtime/claims/claim-set.js";
import { mergeIssues } from "../runtime/claims/explain-errors.js";
import { runValidator } from "../runtime/claims/validation.js";
import type { ClaimIssue, ClaimsValidator } from "../runtime/errors/claim-issue.js";
import type { JsonObject } from "../schema/json-schema.js";

/** What an example has to pass: the claim set as consumers and as producers see it. */
export interface ExampleValidators {
  readonly open: ClaimsValidator;
  readonly closed: ClaimsValidator;
}

/** What says what is wrong with claims. */
export interface ClaimsJudge extends ExampleValidators {
  readonly names: ClaimNameTable;
}

/** What is wrong with claims in either view. */
export function judgeClaims({ open, closed, names }: ClaimsJudge, claims: JsonObject): readonly ClaimIssue[] {
  const definition = { claimNames: names };
  return mergeIssues(runValidator(closed, claims, definition), runValidator(open, claims, definition));
}
