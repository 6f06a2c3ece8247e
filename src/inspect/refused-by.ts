import { ClaimsError } from "../runtime/errors/claims-error.js";

/** Why one of the runtime's checks refuses; null where it does not. What is no refusal is thrown on. */
export function refusedBy(check: () => unknown): ClaimsError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof ClaimsError) return error;
    throw error;
  }
}
