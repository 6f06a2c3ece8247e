import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { plainText } from "./plain-text.js";
import { readSchema } from "./read-schema.js";
import { Solver } from "./solver.js";
import { TermTable } from "./term-table.js";
import { Undecided } from "./undecided.js";
import { Witnesses } from "./witness.js";

/** What is known of one schema's values with regard to another. */
export type Containment =
  /** Proved: each value of the one is a value of the other. */
  | { readonly verdict: "included" }
  /** Refuted by a value that the validator of the one accepts and that of the other refuses. */
  | { readonly verdict: "not-included"; readonly witness: JsonValue }
  /** Neither proved nor refuted; the reason is a clause without a full stop. */
  | { readonly verdict: "unknown"; readonly reason: string };

export interface IncludesOptions {
  /** How much work may be done; more finds more and takes longer. 200 000 by default, a few seconds at most. */
  readonly steps?: number;
}

const STEPS = 200_000;

/**
 * Says whether every value of schema `a` is a value of schema `b`, both in the normal form of a bundle.
 *
 * Never optimistic: "included" is a proof, and a witness was confirmed by both validators.
 *
 * @throws {SchemaError} `too_complex`, `unsupported_keyword`, where a witness is to be confirmed and no validator can be made
 */
export function includes(a: SchemaObject, b: SchemaObject, options: IncludesOptions = {}): Containment {
  try {
    return compare(a, b, options.steps ?? STEPS);
  } catch (error) {
    if (error instanceof Undecided) return { verdict: "unknown", reason: error.message };
    // The stack ran out.
    if (error instanceof RangeError) return { verdict: "unknown", reason: "the schemas nest too deeply" };
    throw error;
  }
}

function compare(a: SchemaObject, b: SchemaObject, steps: number): Containment {
  if (plainText(a) === plainText(b)) return { verdict: "included" };
  const table = new TermTable();
  const termA = readSchema(a, table);
  const termB = readSchema(b, table);
  if (termA === termB) return { verdict: "included" };
  const solver = new Solver(table, steps);
  const outcome = solver.solve([termA, table.not(termB)]);
  if (outcome.kind === "empty") return { verdict: "included" };
  const witnesses = new Witnesses(a, b);
  if (outcome.kind === "value" && witnesses.isConfirmed(outcome.value)) {
    return { verdict: "not-included", witness: outcome.value };
  }
  const near = [outcome, solver.solve([termA])].flatMap((found) => (found.kind === "value" ? [found.value] : []));
  const witness = witnesses.search(near);
  if (witness !== undefined) return { verdict: "not-included", witness };
  const reason = outcome.kind === "unknown" ? outcome.reason : "no validator confirmed the value that was built";
  return { verdict: "unknown", reason };
}
