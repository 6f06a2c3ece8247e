import { type CharSet, hasChar } from "./char-set.js";
import { type Expression, parsePattern } from "./parse-pattern.js";

const MOST_WORDS = 12;
const LONGEST = 4_000;
const PLAIN = [..."a0A-_. "].map((char) => char.codePointAt(0) ?? 0);

/** How often a repetition is repeated, by its number in the pattern. */
type Counts = (index: number, minimum: number, maximum: number) => number;

/**
 * Texts in which a pattern may match, at the limits of its repetitions: all as rarely as can be, all as often, one of them as
 * often and the others as rarely. For patterns whose automata are too large to be searched; who uses a text asks the pattern.
 *
 * @param length - how often is often, where a repetition has no limit
 */
export function* sampleWords(pattern: string, length: number): Generator<string> {
  const expression = parsePattern(pattern);
  if (expression === null) return;
  const often = (minimum: number, maximum: number) =>
    maximum === Number.POSITIVE_INFINITY ? Math.max(minimum + 1, length) : maximum;
  const word = (counts: Counts) => new Sampler(counts).word(expression);
  const plans: Counts[] = [(_, minimum) => minimum, (_, minimum, maximum) => often(minimum, maximum)];
  for (let one = 0; one < MOST_WORDS; one += 1) {
    plans.push((index, minimum, maximum) => (index === one ? often(minimum, maximum) : minimum));
  }
  const seen = new Set<string>();
  for (const plan of plans) {
    const made = word(plan);
    if (made === null || seen.has(made)) continue;
    seen.add(made);
    yield made;
  }
}

class Sampler {
  readonly #counts: Counts;
  #repeats = 0;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  /** One text of an expression; null where it grows too long. */
  word(expression: Expression): string | null {
    switch (expression.kind) {
      case "char":
        return charOf(expression.set);
      case "sequence": {
        let text = "";
        for (const part of expression.parts) {
          const next = this.word(part);
          if (next === null || text.length + next.length > LONGEST) return null;
          text += next;
        }
        return text;
      }
      case "choice":
        return expression.parts[0] === undefined ? null : this.word(expression.parts[0]);
      case "repeat": {
        const count = this.#counts(this.#repeats, expression.minimum, expression.maximum);
        this.#repeats += 1;
        const part = this.word(expression.part);
        return part === null || part.length * count > LONGEST ? null : part.repeat(count);
      }
      default:
        return "";
    }
  }
}

function charOf(set: CharSet): string | null {
  const char = PLAIN.find((each) => hasChar(set, each)) ?? set[0]?.[0];
  return char === undefined ? null : String.fromCodePoint(char);
}
