import { type ErrorDetails, UsageError } from "../errors.js";

/** What infer reads, as an error expects it. */
export const EXPECTED_SAMPLE = "a token of three parts, or a JSON object of claims, or one of `header` and `payload`";

/** A sample that no claims can be read from. The message never holds a value of it. */
export function sampleError(message: string, details: ErrorDetails): UsageError {
  return new UsageError("invalid_sample", message, { expected: EXPECTED_SAMPLE, ...details });
}
