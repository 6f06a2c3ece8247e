import { Automaton } from "./automaton.js";
import type { Expression } from "./parse-pattern.js";

/** The automaton that accepts the texts given and no other; null where they are too many. */
export function literalAutomaton(texts: readonly string[]): Automaton | null {
  const parts = texts.map((text): Expression => ({ kind: "sequence", parts: [...text].map(charOf) }));
  try {
    return new Automaton({ kind: "sequence", parts: [{ kind: "start" }, { kind: "choice", parts }, { kind: "end" }] });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function charOf(char: string): Expression {
  const code = char.codePointAt(0) ?? 0;
  return { kind: "char", set: [[code, code]] };
}
