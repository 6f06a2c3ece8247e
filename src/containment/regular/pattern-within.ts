import type { CharSet } from "./char-set.js";
import { type Expression, parsePattern } from "./parse-pattern.js";

/** Comparisons of two parts; alternatives in alternatives can multiply. */
const MOST_STEPS = 20_000;

/**
 * Says whether one pattern is another with narrower parts in the same places: fewer characters, alternatives or repetitions, or
 * without what is optional. Where it matches, the other matches too. No of many that do as well: this is for patterns whose automata
 * are too large to be compared.
 */
export function isPatternWithin(pattern: string, other: string): boolean {
  const narrow = parsePattern(pattern);
  const wide = parsePattern(other);
  return narrow !== null && wide !== null && new Comparison().isWithin(narrow, wide);
}

class Comparison {
  #steps = MOST_STEPS;

  isWithin(narrow: Expression, wide: Expression): boolean {
    this.#steps -= 1;
    if (this.#steps < 0) return false;
    if (narrow.kind === "choice") return narrow.parts.every((part) => this.isWithin(part, wide));
    if (wide.kind === "choice") return wide.parts.some((part) => this.isWithin(narrow, part));
    if (narrow.kind === "sequence" || wide.kind === "sequence") return this.#isAligned(partsOf(narrow), partsOf(wide));
    if (wide.kind === "repeat") return this.#isRepeated(narrow, wide);
    if (narrow.kind === "char" && wide.kind === "char") return isSubset(narrow.set, wide.set);
    return narrow.kind === wide.kind;
  }

  #isRepeated(narrow: Expression, wide: Extract<Expression, { kind: "repeat" }>): boolean {
    const { part, minimum, maximum } = narrow.kind === "repeat" ? narrow : { part: narrow, minimum: 1, maximum: 1 };
    return wide.minimum <= minimum && maximum <= wide.maximum && this.isWithin(part, wide.part);
  }

  /** Whether each part of the one is within a part of the other, in their order, and what is left over may be empty. */
  #isAligned(narrow: readonly Expression[], wide: readonly Expression[]): boolean {
    this.#steps -= 1;
    if (this.#steps < 0) return false;
    const [first, ...rest] = narrow;
    const [place, ...others] = wide;
    if (place === undefined) return first === undefined;
    if (first !== undefined && this.isWithin(first, place) && this.#isAligned(rest, others)) return true;
    return mayBeEmpty(place) && this.#isAligned(narrow, others);
  }
}

/** The parts of a sequence, of which none is a sequence. */
function partsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "sequence" ? expression.parts.flatMap(partsOf) : [expression];
}

function mayBeEmpty(expression: Expression): boolean {
  switch (expression.kind) {
    case "sequence":
      return expression.parts.every(mayBeEmpty);
    case "choice":
      return expression.parts.some(mayBeEmpty);
    case "repeat":
      return expression.minimum === 0 || mayBeEmpty(expression.part);
    default:
      return false;
  }
}

function isSubset(narrow: CharSet, wide: CharSet): boolean {
  return narrow.every(([first, last]) => wide.some(([from, to]) => from <= first && last <= to));
}
