import { ANY_CHAR, type CharSet, hasChar } from "./char-set.js";
import { type Expression, parsePattern } from "./parse-pattern.js";

/** What a step without a character asks of the place in the text. */
type Assertion = "start" | "end" | null;

interface State {
  readonly free: { readonly to: number; readonly assertion: Assertion }[];
  readonly moves: { readonly to: number; readonly set: CharSet }[];
}

/** States of an automaton that a text may have led to, in order; before steps that only the end of the text allows. */
export type StateSet = readonly number[];

const MOST_STATES = 5_000;

/** A finite automaton without determinism that accepts the texts in which a regular expression matches somewhere. */
export class Automaton {
  readonly #states: State[] = [];
  readonly #accepting: number;
  /** The sets on its edges: texts that differ only within them are not told apart. */
  readonly sets: readonly CharSet[];

  constructor(expression: Expression) {
    const start = this.#add();
    const found = this.#build(expression, start);
    this.#states[start]?.moves.push({ to: start, set: ANY_CHAR });
    this.#accepting = this.#add();
    this.#connect(found, this.#accepting);
    this.#states[this.#accepting]?.moves.push({ to: this.#accepting, set: ANY_CHAR });
    this.sets = this.#states.flatMap((state) => state.moves.map((move) => move.set));
  }

  /** The states before any character. */
  start(): StateSet {
    return this.#close([0], true, false);
  }

  /** The states after one more character. */
  step(states: StateSet, char: number): StateSet {
    const next: number[] = [];
    for (const state of states) {
      for (const move of this.#states[state]?.moves ?? []) if (hasChar(move.set, char)) next.push(move.to);
    }
    return this.#close(next, false, false);
  }

  /** Says whether a text that led to these states is accepted if it ends here. */
  isAccepted(states: StateSet, isStart: boolean): boolean {
    return this.#close(states, isStart, true).includes(this.#accepting);
  }

  /** Says whether a text that led to these states is accepted, whatever follows. */
  isSettled(states: StateSet): boolean {
    return states.includes(this.#accepting);
  }

  #close(states: readonly number[], isStart: boolean, isEnd: boolean): StateSet {
    const closed = new Set(states);
    for (const state of closed) {
      for (const { to, assertion } of this.#states[state]?.free ?? []) {
        if (assertion === null || (assertion === "start" ? isStart : isEnd)) closed.add(to);
      }
    }
    return [...closed].sort((a, b) => a - b);
  }

  /** Adds an expression after a state; returns the state that it leads to. */
  #build(expression: Expression, from: number): number {
    switch (expression.kind) {
      case "char": {
        const to = this.#add();
        this.#states[from]?.moves.push({ to, set: expression.set });
        return to;
      }
      case "start":
      case "end": {
        const to = this.#add();
        this.#connect(from, to, expression.kind);
        return to;
      }
      case "sequence":
        return expression.parts.reduce((state, part) => this.#build(part, state), this.#fork(from));
      case "choice": {
        const to = this.#add();
        for (const part of expression.parts) this.#connect(this.#build(part, this.#fork(from)), to);
        return to;
      }
      case "repeat":
        return this.#repeat(expression.part, expression.minimum, expression.maximum, from);
    }
  }

  #repeat(part: Expression, minimum: number, maximum: number, from: number): number {
    let state = this.#fork(from);
    for (let count = 0; count < minimum; count += 1) state = this.#build(part, state);
    if (maximum === Number.POSITIVE_INFINITY) {
      const loop = this.#fork(state);
      this.#connect(this.#build(part, loop), loop);
      return this.#fork(loop);
    }
    const end = this.#add();
    this.#connect(state, end);
    for (let count = minimum; count < maximum; count += 1) {
      state = this.#build(part, state);
      this.#connect(state, end);
    }
    return end;
  }

  #fork(from: number): number {
    const to = this.#add();
    this.#connect(from, to);
    return to;
  }

  #connect(from: number, to: number, assertion: Assertion = null): void {
    this.#states[from]?.free.push({ to, assertion });
  }

  #add(): number {
    if (this.#states.length >= MOST_STATES) throw new RangeError("The expression has too many states.");
    this.#states.push({ free: [], moves: [] });
    return this.#states.length - 1;
  }
}

const automata = new Map<string, Automaton | null>();

/** The automaton of a pattern; null where the pattern is beyond one, or too large. */
export function automatonOf(pattern: string, isCaseIgnored = false): Automaton | null {
  const key = `${isCaseIgnored}${pattern}`;
  const known = automata.get(key);
  if (known !== undefined) return known;
  if (automata.size > 2_000) automata.clear();
  const automaton = build(pattern, isCaseIgnored);
  automata.set(key, automaton);
  return automaton;
}

function build(pattern: string, isCaseIgnored: boolean): Automaton | null {
  const expression = parsePattern(pattern, isCaseIgnored);
  if (expression === null) return null;
  try {
    return new Automaton(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
