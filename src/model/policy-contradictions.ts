import { includes } from "../containment/includes.js";
import { ClaimsmithError, SchemaError } from "../errors.js";
import type { SchemaObject } from "../schema/json-schema.js";
import type { DemandedClaim } from "./policy-demands.js";

/** Work that the proof may take for one claim: what is not decided by then is let pass. */
const STEPS = 20_000;

/**
 * Refuses claims because of which no token of their kind can ever be issued or verified: the claim's schema admits nothing that
 * the token's policy does. Only what is proved is refused.
 *
 * @throws {SchemaError} `contradicts_policy`, with the place of the claim
 */
export function refuseContradictions(claims: readonly DemandedClaim[]): void {
  for (const { claim, both, message, expected, hint } of claims) {
    if (isEmpty(both)) throw new SchemaError("contradicts_policy", message, { at: claim.location, expected, hint });
  }
}

/** Whether it is proved that no value meets a schema. */
function isEmpty(schema: SchemaObject): boolean {
  try {
    return includes(schema, { not: {} }, { steps: STEPS }).verdict === "included";
  } catch (error) {
    // No validator can be made of it, which is said where one is needed.
    if (error instanceof ClaimsmithError) return false;
    throw error;
  }
}
