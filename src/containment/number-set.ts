import { accepts } from "./accepts.js";
import { EMPTY, type Outcome, unknown } from "./outcome.js";
import type { Term } from "./term.js";

/** Finite sets of numbers up to this size are gone through one by one. */
const MOST_NUMBERS = 10_000;

/** Steps that a double holds without error, so that its multiples are as well. */
const EXACT_STEP = 2 ** 20;

interface Bound {
  readonly limit: number;
  readonly exclusive: boolean;
}

/**
 * A number that meets all literals.
 *
 * Nothing is concluded from steps that binary numbers only come near to, such as 0.1: whether a validator takes 0.3 for a
 * multiple depends on its rounding, and only a value that was tried decides.
 */
export function solveNumber(literals: readonly Term[], hints: readonly number[]): Outcome {
  const low = highestOf(literals);
  const high = lowestOf(literals);
  if (low.limit > high.limit || (low.limit === high.limit && (low.exclusive || high.exclusive))) return EMPTY;
  const fits = (value: number) => Number.isFinite(value) && literals.every((literal) => accepts(literal, value));
  if (low.limit === high.limit) return fits(low.limit) ? { kind: "value", value: low.limit } : EMPTY;
  const hinted = hints.find(fits);
  if (hinted !== undefined) return { kind: "value", value: hinted };

  const steps = literals.flatMap((literal) => stepOf(literal) ?? []);
  const step = steps.length > 0 ? commonStep(steps) : null;
  if (step !== null) {
    if (literals.some((literal) => literal.kind === "not" && isMultipleOf(step, stepOf(literal.term)))) return EMPTY;
    const first = Math.ceil(low.limit / step);
    const last = Math.floor(high.limit / step);
    if (last - first <= MOST_NUMBERS && Number.isSafeInteger(first) && Number.isSafeInteger(last)) {
      for (let count = first; count <= last; count += 1) {
        if (fits(count * step)) return { kind: "value", value: plain(count * step) };
      }
      return EMPTY;
    }
  }
  for (const value of candidates(low.limit, high.limit, step ?? Math.max(...steps, 0), literals)) {
    if (fits(value)) return { kind: "value", value: plain(value) };
  }
  return unknown("no number was found that meets all bounds and steps, and it was not proved that there is none");
}

function plain(value: number): number {
  return value === 0 ? 0 : value;
}

/** The step of `integer` and `multipleOf`; null for other terms. */
function stepOf(term: Term): number | null {
  if (term.kind === "integer") return 1;
  return term.kind === "multiple" ? term.step : null;
}

function isMultipleOf(step: number, divisor: number | null): boolean {
  return divisor !== null && isExact(divisor) && Number.isInteger(step / divisor);
}

function isExact(step: number): boolean {
  return Number.isSafeInteger(step * EXACT_STEP);
}

/** The least common multiple of exact steps; null where one of them is not, or it would be too large. */
function commonStep(steps: readonly number[]): number | null {
  let common = 1;
  for (const [index, step] of steps.entries()) {
    if (!isExact(step)) return null;
    const scaled = step * EXACT_STEP;
    common = index === 0 ? scaled : (common / divisorOf(common, scaled)) * scaled;
    if (!Number.isSafeInteger(common)) return null;
  }
  return common / EXACT_STEP;
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}

/** The highest lower bound, from `minimum` and refused maxima. */
function highestOf(literals: readonly Term[]): Bound {
  let bound: Bound = { limit: Number.NEGATIVE_INFINITY, exclusive: false };
  for (const literal of literals) {
    const own = lowerBound(literal);
    if (own === null) continue;
    if (own.limit > bound.limit || (own.limit === bound.limit && own.exclusive)) bound = own;
  }
  return bound;
}

function lowestOf(literals: readonly Term[]): Bound {
  let bound: Bound = { limit: Number.POSITIVE_INFINITY, exclusive: false };
  for (const literal of literals) {
    const own = upperBound(literal);
    if (own === null) continue;
    if (own.limit < bound.limit || (own.limit === bound.limit && own.exclusive)) bound = own;
  }
  return bound;
}

function lowerBound(literal: Term): Bound | null {
  if (literal.kind === "minimum") return literal;
  if (literal.kind !== "not" || literal.term.kind !== "maximum") return null;
  return { limit: literal.term.limit, exclusive: !literal.term.exclusive };
}

function upperBound(literal: Term): Bound | null {
  if (literal.kind === "maximum") return literal;
  if (literal.kind !== "not" || literal.term.kind !== "minimum") return null;
  return { limit: literal.term.limit, exclusive: !literal.term.exclusive };
}

/** Numbers to try, small and whole ones first. */
function* candidates(low: number, high: number, step: number, literals: readonly Term[]): Generator<number> {
  const excluded =
    literals.length + literals.reduce((count, { kind, ...rest }) => count + sizeOfRefused(kind, rest), 0);
  const anchors = [0, 1, low, high, Math.ceil(low), Math.floor(high)].filter(Number.isFinite);
  yield* anchors;
  const steps = new Set(
    [step, 1, ...literals.flatMap((literal) => negatedStep(literal) ?? [])].filter((each) => each > 0),
  );
  if (Number.isFinite(low) && Number.isFinite(high)) yield (low + high) / 2;
  for (const each of steps) {
    for (const anchor of new Set([0, low, high].filter(Number.isFinite))) {
      const start = Math.ceil(anchor / each) * each;
      for (let count = 0; count <= 64 + 2 * excluded; count += 1) {
        yield start + count * each;
        yield start - count * each;
      }
    }
  }
  for (const fraction of [0.5, 0.25, 0.1, 0.001, 1e-6]) {
    for (const anchor of anchors) {
      yield anchor + fraction;
      yield anchor - fraction;
    }
    if (Number.isFinite(low) && Number.isFinite(high)) yield low + (high - low) * fraction;
  }
  // Multiples of what binary numbers only come near to: where validators round apart, this finds it.
  if (step > 0) for (let count = 1; count <= 2_000; count += 1) yield count * step;
  for (let power = 1; power < 1e300; power *= 1e6) {
    yield power;
    yield -power;
  }
}

function sizeOfRefused(kind: string, rest: object): number {
  if (kind !== "not" || !("term" in rest)) return 0;
  // The only member that a negation has.
  const term = rest.term as Term;
  return term.kind === "values" ? term.values.length : 0;
}

function negatedStep(literal: Term): number | null {
  return literal.kind === "not" ? stepOf(literal.term) : null;
}
