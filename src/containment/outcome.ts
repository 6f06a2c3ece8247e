import type { JsonValue } from "../schema/json-schema.js";

/** Whether a value meets a number of terms: none does, this one does, or it was not found out. */
export type Outcome =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: JsonValue }
  | { readonly kind: "unknown"; readonly reason: string };

export const EMPTY: Outcome = { kind: "empty" };

/** The outcome of a search that was not finished, and why. */
export function unknown(reason: string): Outcome {
  return { kind: "unknown", reason };
}

/** The outcome of alternatives: a value if one has any, nothing if none can, unknown else. Stops at the first value. */
export function firstValue(alternatives: Iterable<Outcome>): Outcome {
  let open: Outcome | null = null;
  for (const outcome of alternatives) {
    if (outcome.kind === "value") return outcome;
    if (outcome.kind === "unknown") open ??= outcome;
  }
  return open ?? EMPTY;
}
