import type { Outcome } from "./outcome.js";
import type { Term } from "./term.js";
import type { TermTable } from "./term-table.js";

/** What the sets of each type need of the solver that asks them. */
export interface SolveContext {
  readonly table: TermTable;
  /** A value that all terms hold. */
  solve(terms: readonly Term[]): Outcome;
  /** Counts one step of work; false where no more is allowed. */
  step(): boolean;
}

/** The outcome when there is no work left to spend. */
export const OUT_OF_STEPS = "the comparison was given up after as much work as is allowed";
