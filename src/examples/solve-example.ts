import { readSchema } from "../containment/read-schema.js";
import { Solver } from "../containment/solver.js";
import { TermTable } from "../containment/term-table.js";
import { Undecided } from "../containment/undecided.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { hasSlowPattern } from "./has-slow-pattern.js";
import { isSafeToDraw } from "./is-safe-to-draw.js";

/** Work that is done at most for one value: a second or so. */
const STEPS = 20_000;

/** How often the solver may still end without an answer, which is what takes long. */
export interface SolveBudget {
  left: number;
}

/** A value of two schemas that the containment solver builds; null where it finds none within bounds. */
export function solveExample(one: SchemaObject, other: SchemaObject, budget: SolveBudget): JsonValue | null {
  const schemas = [one, other];
  if (budget.left <= 0 || schemas.some(hasSlowPattern)) return null;
  if (!schemas.every((schema) => isSafeToDraw(schema, schema.$defs ?? {}))) return null;
  try {
    const table = new TermTable();
    const outcome = new Solver(table, STEPS).solve(schemas.map((schema) => readSchema(schema, table)));
    if (outcome.kind === "unknown") budget.left -= 1;
    return outcome.kind === "value" ? outcome.value : null;
  } catch (error) {
    // The stack ran out, or the schemas say what terms cannot.
    if (error instanceof Undecided || error instanceof RangeError) return null;
    throw error;
  }
}
