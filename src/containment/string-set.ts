import { accepts, lengthOf } from "./accepts.js";
import { expressionOf, isWithin, SHAPELESS, samplesOf, shapeOf } from "./formats.js";
import { EMPTY, type Outcome, unknown } from "./outcome.js";
import { type Automaton, automatonOf } from "./regular/automaton.js";
import { literalAutomaton } from "./regular/literal-automaton.js";
import { isPatternWithin } from "./regular/pattern-within.js";
import { sampleWords } from "./regular/sample-words.js";
import { type Demand, searchWords } from "./regular/search-words.js";
import type { Term } from "./term.js";

/** Texts that read well where anything goes. */
const PLAIN = ["a", "b", "text", "ab", "", "A", "0", "1", "é", "a b", "-", "x-a"];
const LONGEST = 100_000;
const MOST_WORDS = 40;
/** So many steps of the search for words take about as long as one of the solver. */
const STEPS_OF_ONE = 4;

/**
 * A string that meets all literals: tried texts first, then those that automata of the patterns and formats lead to. What no
 * automaton decides (look-around, formats by code) is left out of the search, so that nothing is missed, and asked of its results.
 *
 * @param spend - told of the work that a search took, in steps of the solver
 */
export function solveString(
  literals: readonly Term[],
  hints: readonly string[],
  spend: (steps: number) => void = () => {},
): Outcome {
  let minimum = 0;
  let maximum = Number.POSITIVE_INFINITY;
  for (const literal of literals) {
    if (literal.kind !== "size") continue;
    minimum = Math.max(minimum, literal.minimum);
    maximum = Math.min(maximum, literal.maximum);
  }
  if (minimum > maximum || hasFormatConflict(literals)) return EMPTY;
  const fits = (text: string) => literals.every((literal) => accepts(literal, text));
  for (const text of candidates(literals, hints, minimum, maximum)) {
    if (fits(text)) return { kind: "value", value: text };
  }
  const { words, isExhausted, steps } = searchWords(demandsOf(literals), minimum, maximum, MOST_WORDS);
  spend(steps / STEPS_OF_ONE);
  const found = words.find(fits);
  if (found !== undefined) return { kind: "value", value: found };
  if (isExhausted && words.length === 0) return EMPTY;
  if (hasPatternConflict(literals)) return EMPTY;
  for (const literal of literals) {
    if (literal.kind !== "pattern") continue;
    for (const text of sampleWords(literal.pattern, Math.min(minimum, LONGEST))) {
      if (fits(text)) return { kind: "value", value: text };
    }
  }
  return unknown(
    "no string was found that meets all lengths, patterns and formats, and it was not proved that there is none",
  );
}

/** Whether a text is to match a pattern and not another, which is seen to match wherever the first does. */
function hasPatternConflict(literals: readonly Term[]): boolean {
  const refused = literals.flatMap((literal) => (literal.kind === "not" ? [literal.term] : []));
  return literals.some(
    (literal) =>
      literal.kind === "pattern" &&
      refused.some((other) => other.kind === "pattern" && isPatternWithin(literal.pattern, other.pattern)),
  );
}

function hasFormatConflict(literals: readonly Term[]): boolean {
  const formats = literals.flatMap((literal) => (literal.kind === "format" ? [literal.format] : []));
  const refused = literals.flatMap((literal) =>
    literal.kind === "not" && literal.term.kind === "format" ? [literal.term.format] : [],
  );
  return formats.some((format) => refused.some((other) => isWithin(format, other)));
}

function* candidates(
  literals: readonly Term[],
  hints: readonly string[],
  minimum: number,
  maximum: number,
): Generator<string> {
  yield* hints;
  for (const literal of literals) {
    const term = literal.kind === "not" ? literal.term : literal;
    if (term.kind === "format") yield* samplesOf(term.format);
    if (term.kind === "format" && literal.kind === "not") yield* SHAPELESS;
  }
  const hasShape = literals.some(({ kind }) => kind === "format" || kind === "pattern");
  if (!hasShape) {
    for (const text of PLAIN) yield text;
    for (const length of new Set([minimum, maximum, Math.min(maximum, minimum + 1)])) {
      if (length <= LONGEST) {
        yield "a".repeat(length);
        yield "ab".repeat(length / 2 + 1).slice(0, length);
      }
    }
  }
  // An address and the like at a length that is asked for.
  for (const literal of literals) {
    if (literal.kind !== "format") continue;
    for (const sample of samplesOf(literal.format)) {
      for (const length of [minimum, maximum]) {
        const missing = length - lengthOf(sample);
        if (missing <= 0 || length > LONGEST) continue;
        yield sample + "a".repeat(missing);
        yield "a".repeat(missing) + sample;
        yield sample.replace(/:\d\d(?=Z|$)/, (seconds) => `${seconds}.${"0".repeat(Math.max(missing - 1, 1))}`);
      }
    }
  }
}

function demandsOf(literals: readonly Term[]): readonly Demand[] {
  const demands: Demand[] = [];
  const refused: string[] = [];
  for (const literal of literals) {
    const isAccepted = literal.kind !== "not";
    const term = literal.kind === "not" ? literal.term : literal;
    if (term.kind === "values") {
      for (const value of term.values) if (typeof value === "string") refused.push(value);
    }
    const automaton = automatonOfTerm(term, isAccepted);
    if (automaton !== null) demands.push({ automaton, isAccepted });
  }
  const literalOnes = refused.length === 0 ? null : literalAutomaton(refused);
  return literalOnes === null ? demands : [...demands, { automaton: literalOnes, isAccepted: false }];
}

/** The automaton of a pattern or format. A mere shape will do for what is to be accepted, never for what is refused. */
function automatonOfTerm(term: Term, isAccepted: boolean): Automaton | null {
  if (term.kind === "pattern") return automatonOf(term.pattern);
  if (term.kind !== "format") return null;
  const expression = expressionOf(term.format);
  if (expression !== null) {
    const automaton = automatonOf(expression.source, expression.ignoreCase);
    if (automaton !== null) return automaton;
  }
  const shape = isAccepted ? shapeOf(term.format) : null;
  return shape === null ? null : automatonOf(shape);
}
