import type { ClaimIssue, ClaimsValidator } from "../runtime/claim-issue.js";
import type { ClaimNameTable } from "../runtime/definition.js";
import { mergeIssues } from "../runtime/explain-errors.js";
import { runValidator } from "../runtime/validation.js";
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
