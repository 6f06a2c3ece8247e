import { equalValues } from "../schema/compile/equal-values.js";
import type { JsonValue } from "../schema/json-schema.js";
import { OUT_OF_STEPS, type SolveContext } from "./context.js";
import { EMPTY, firstValue, type Outcome, unknown } from "./outcome.js";
import type { Term } from "./term.js";

/** A larger array is not built. */
const LONGEST = 200_000;
/** Up to this many items that all have to differ are chosen. */
const MOST_UNIQUE = 300;
/** Up to this many items that some term may hold at most are placed in every way. */
const MOST_PLACED = 3;

interface ItemRule {
  readonly from: number;
  readonly except: ReadonlySet<number>;
  readonly term: Term;
}

/** Items that have to be there: so many at different places from an index on. */
interface WantedItems {
  readonly from: number;
  readonly count: number;
  readonly term: Term;
}

/** At most so many items that a term holds. */
interface Limited {
  readonly count: number;
  readonly term: Term;
}

interface Demands {
  readonly items: ReadonlyMap<number, readonly Term[]>;
  readonly rules: readonly ItemRule[];
  readonly wanted: readonly WantedItems[];
  readonly limited: readonly Limited[];
  readonly minimum: number;
  readonly maximum: number;
  readonly isUnique: boolean;
  readonly hasTwins: boolean;
}

/** An array that meets all literals. */
export function solveArray(literals: readonly Term[], context: SolveContext): Outcome {
  return new ArraySet(readDemands(literals, context), context).solve();
}

class ArraySet {
  readonly #demands: Demands;
  readonly #context: SolveContext;

  constructor(demands: Demands, context: SolveContext) {
    this.#demands = demands;
    this.#context = context;
  }

  solve(): Outcome {
    if (!this.#context.step()) return unknown(OUT_OF_STEPS);
    const { minimum, wanted, limited, isUnique, hasTwins } = this.#demands;
    if (isUnique && hasTwins) return EMPTY;
    if (
      limited.some((limit) => wanted.some((want) => want.count > limit.count && this.#isWithin(want.term, limit.term)))
    )
      return EMPTY;
    let maximum = this.#demands.maximum;
    let open: Outcome | null = null;
    // From the first index that no demand names on, all places are alike.
    for (let index = 0; index <= Math.min(this.#uniformFrom(), maximum - 1); index += 1) {
      const item = this.#solveItem(index);
      if (item.kind === "unknown" && index < minimum) open ??= item;
      if (item.kind !== "empty") continue;
      maximum = index;
      break;
    }
    if (minimum > maximum) return EMPTY;
    if (maximum < this.#demands.maximum) return new ArraySet({ ...this.#demands, maximum }, this.#context).solve();
    const [firstLimit] = limited;
    if (firstLimit !== undefined) return this.#placeLimited(firstLimit);
    const [first] = wanted;
    if (first !== undefined) return firstValue(this.#placeWanted(first));
    if (hasTwins) return this.#placeTwins();
    return open ?? this.#build();
  }

  /** Whether each item that one term holds is seen to be one that another holds. */
  #isWithin(term: Term, other: Term): boolean {
    return term === other || this.#context.solve([term, this.#context.table.not(other)]).kind === "empty";
  }

  #termsAt(index: number): readonly Term[] {
    const { items, rules } = this.#demands;
    const ruled = rules.filter((rule) => index >= rule.from && !rule.except.has(index)).map((rule) => rule.term);
    return [...(items.get(index) ?? []), ...ruled];
  }

  #solveItem(index: number, more: readonly Term[] = []): Outcome {
    return this.#context.solve([...this.#termsAt(index), ...more]);
  }

  #uniformFrom(): number {
    const { items, rules } = this.#demands;
    let index = 0;
    for (const named of items.keys()) index = Math.max(index, named + 1);
    for (const { from, except } of rules) index = Math.max(index, from, ...[...except].map((one) => one + 1));
    return index;
  }

  /** The first index after which a further place makes no difference to what has to be placed. */
  #horizon(from: number): number {
    const { wanted, limited, hasTwins } = this.#demands;
    const placed =
      wanted.reduce((sum, want) => sum + want.count, 0) + limited.reduce((sum, limit) => sum + limit.count, 0);
    const starts = wanted.map((want) => want.from);
    return Math.max(this.#uniformFrom(), from, ...starts) + placed + (hasTwins ? 2 : 0);
  }

  /** The outcome for each place that the first of the wanted items can have. */
  *#placeWanted(first: WantedItems): Generator<Outcome> {
    const { wanted, maximum } = this.#demands;
    const rest = wanted.filter((want) => want !== first);
    for (let index = first.from; index <= this.#horizon(first.from) && index < maximum; index += 1) {
      const following = first.count > 1 ? [{ ...first, from: index + 1, count: first.count - 1 }] : [];
      yield this.#withItem(index, [first.term], { wanted: [...following, ...rest] });
    }
  }

  /** The outcome with at most so many items that the term holds, for each choice of their places. */
  #placeLimited(limit: Limited): Outcome {
    const limited = this.#demands.limited.filter((other) => other !== limit);
    const refused = this.#context.table.not(limit.term);
    if (limit.count > MOST_PLACED) {
      // What holds without the limit and meets it by itself is seen when the whole value is asked.
      const outcome = new ArraySet({ ...this.#demands, limited }, this.#context).solve();
      return outcome.kind === "unknown"
        ? unknown("items that may be there up to some number were not placed in all ways")
        : outcome;
    }
    const horizon = Math.min(this.#horizon(0), this.#demands.maximum - 1);
    const places = function* (from: number, count: number): Generator<readonly number[]> {
      yield [];
      for (let index = from; count > 0 && index <= horizon; index += 1) {
        for (const more of places(index + 1, count - 1)) yield [index, ...more];
      }
    };
    const outcomes = function* (set: ArraySet): Generator<Outcome> {
      for (const chosen of places(0, limit.count)) {
        const rule: ItemRule = { from: 0, except: new Set(chosen), term: refused };
        yield new ArraySet({ ...set.#demands, limited, rules: [...set.#demands.rules, rule] }, set.#context).solve();
      }
    };
    return firstValue(outcomes(this));
  }

  /** The outcome with two equal items, for each pair of places. */
  #placeTwins(): Outcome {
    const { maximum } = this.#demands;
    const horizon = Math.min(this.#uniformFrom() + 1, maximum - 1);
    const outcomes = function* (set: ArraySet): Generator<Outcome> {
      for (let second = 1; second <= horizon; second += 1) {
        for (let first = 0; first < second; first += 1) {
          const shared = set.#solveItem(first, set.#termsAt(second));
          if (shared.kind !== "value") {
            yield shared;
            continue;
          }
          const same = set.#context.table.values([shared.value]);
          const minimum = Math.max(set.#demands.minimum, second + 1);
          const items = new Map(set.#demands.items);
          for (const index of [first, second]) items.set(index, [...(items.get(index) ?? []), same]);
          const built = new ArraySet({ ...set.#demands, items, minimum, hasTwins: false }, set.#context).solve();
          // Another value might be shared.
          yield built.kind === "empty" ? unknown("two equal items were not found, nor proved impossible") : built;
        }
      }
    };
    return firstValue(outcomes(this));
  }

  #withItem(index: number, terms: readonly Term[], changes: Partial<Demands>): Outcome {
    const items = new Map(this.#demands.items);
    items.set(index, [...(items.get(index) ?? []), ...terms]);
    const minimum = Math.max(this.#demands.minimum, index + 1);
    return new ArraySet({ ...this.#demands, items, minimum, ...changes }, this.#context).solve();
  }

  #build(): Outcome {
    const { minimum, isUnique } = this.#demands;
    if (isUnique) return this.#buildUnique();
    if (minimum > LONGEST) return unknown("so long an array was not built");
    const uniform = this.#uniformFrom();
    const value: JsonValue[] = [];
    for (let index = 0; index < minimum; index += 1) {
      const previous = index > uniform ? value[index - 1] : undefined;
      const item: Outcome = previous === undefined ? this.#solveItem(index) : { kind: "value", value: previous };
      if (item.kind !== "value") return item;
      value.push(item.value);
    }
    return { kind: "value", value };
  }

  /** An array of items that all differ, each chosen apart from those before. */
  #buildUnique(): Outcome {
    const { minimum } = this.#demands;
    const { table } = this.#context;
    if (minimum > MOST_UNIQUE) return unknown("so many different items were not chosen");
    const value: JsonValue[] = [];
    for (let index = 0; index < minimum; index += 1) {
      const chosen = value.length === 0 ? [] : [table.not(table.values(value))];
      const item = this.#solveItem(index, chosen);
      if (item.kind === "empty") {
        // A proof only where all places so far take the same values, of which none is left.
        const key = keyOf(this.#termsAt(index));
        const isProof = value.every((_, before) => keyOf(this.#termsAt(before)) === key);
        return isProof ? EMPTY : unknown("different items were not found for all places");
      }
      if (item.kind === "unknown" || value.some((other) => equalValues(other, item.value))) {
        return unknown("different items were not found for all places");
      }
      value.push(item.value);
    }
    return { kind: "value", value };
  }
}

function readDemands(literals: readonly Term[], { table }: SolveContext): Demands {
  const items = new Map<number, Term[]>();
  const rules: ItemRule[] = [];
  const wanted: WantedItems[] = [];
  const limited: Limited[] = [];
  let minimum = 0;
  let maximum = Number.POSITIVE_INFINITY;
  let isUnique = false;
  let hasTwins = false;
  const addItem = (index: number, term: Term) => items.set(index, [...(items.get(index) ?? []), term]);
  for (const literal of literals) {
    const term = literal.kind === "not" ? literal.term : literal;
    const isRefused = literal.kind === "not";
    switch (term.kind) {
      case "size":
        minimum = Math.max(minimum, term.minimum);
        maximum = Math.min(maximum, term.maximum);
        break;
      case "item":
        addItem(term.index, isRefused ? table.not(term.term) : term.term);
        if (isRefused) minimum = Math.max(minimum, term.index + 1);
        break;
      case "rest":
        if (isRefused) wanted.push({ from: term.from, count: 1, term: table.not(term.term) });
        else rules.push({ from: term.from, except: new Set(), term: term.term });
        break;
      case "contains":
        if (term.minimum > 0) wanted.push({ from: 0, count: term.minimum, term: term.term });
        if (term.minimum > 0) minimum = Math.max(minimum, term.minimum);
        if (term.maximum !== Number.POSITIVE_INFINITY) limited.push({ term: term.term, count: term.maximum });
        break;
      case "unique":
        if (isRefused) hasTwins = true;
        else isUnique = true;
        break;
      default:
        break;
    }
  }
  if (hasTwins) minimum = Math.max(minimum, 2);
  return { items, rules, wanted, limited, minimum, maximum, isUnique, hasTwins };
}

function keyOf(terms: readonly Term[]): string {
  return [...new Set(terms.map((term) => term.id))].sort((a, b) => a - b).join(",");
}
