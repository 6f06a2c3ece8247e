import { readSchema } from "../containment/read-schema.js";
import { Solver } from "../containment/solver.js";
import { TermTable } from "../containment/term-table.js";
import { Undecided } from "../containment/undecided.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { hasSlowPattern } from "./has-slow-pattern.js";

/** Work that is done at most: a second or so. */
const STEPS = 20_000;

/** A value of two schemas that the containment solver builds; null where it finds none within bounds. */
export function solveExample(one: SchemaObject, other: SchemaObject): JsonValue | null {
  if (hasSlowPattern(one) || hasSlowPattern(other)) return null;
  try {
    const table = new TermTable();
    const outcome = new Solver(table, STEPS).solve([readSchema(one, table), readSchema(other, table)]);
    return outcome.kind === "value" ? outcome.value : null;
  } catch (error) {
    // The stack ran out, or the schemas say what terms cannot.
    if (error instanceof Undecided || error instanceof RangeError) return null;
    throw error;
  }
}
