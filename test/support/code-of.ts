import { ClaimsError } from "../../src/runtime/errors/claims-error.js";
import { thrownBy } from "./thrown-by.js";

/** The code of the ClaimsError that a call throws; null where it throws none. */
export function codeOf(call: () => unknown): string | null {
  const error = thrownBy(call);
  return error instanceof ClaimsError ? error.code : null;
}
