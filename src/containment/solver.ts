import type { JsonValue } from "../schema/json-schema.js";
import { accepts } from "./accepts.js";
import { solveArray } from "./array-set.js";
import { OUT_OF_STEPS, type SolveContext } from "./context.js";
import { expand, isNever, listedValues } from "./expand.js";
import { solveNumber } from "./number-set.js";
import { ObjectSet } from "./object-set.js";
import { EMPTY, firstValue, type Outcome, unknown } from "./outcome.js";
import { ProvisionalAnswers } from "./provisional-answers.js";
import { solveString } from "./string-set.js";
import type { Term, ValueType } from "./term.js";
import type { TermTable } from "./term-table.js";

const DEEPEST = 100;

/** Types in the order in which a witness is looked for. */
const ORDER: readonly ValueType[] = ["string", "number", "boolean", "null", "array", "object"];

/** A way through the choices so far: what is to hold, and what is still to be chosen. */
interface Branch {
  readonly literals: readonly Term[];
  readonly choices: readonly (readonly Term[])[];
  readonly known: ReadonlySet<Term>;
}

/**
 * Finds a value that all of some terms hold, or that there is none.
 *
 * Types are gone through one by one; among values of one type a term is a literal, a list of terms or a choice, and choices
 * are tried in turn. A question that comes again inside of its own answer asks for a smaller value of the same kind: there
 * is a smallest one or none, so that it may count as answered by "none" (JSON values are finite).
 */
export class Solver implements SolveContext {
  readonly table: TermTable;
  readonly #answers = new Map<string, Outcome>();
  readonly #provisional = new ProvisionalAnswers();
  /** The questions being answered, by their depth. */
  readonly #open = new Map<string, number>();
  /** The depth of the highest open question that an answer relied on. */
  #reliesOn = Number.POSITIVE_INFINITY;
  #steps: number;

  constructor(table: TermTable, steps: number) {
    this.table = table;
    this.#steps = steps;
  }

  step(): boolean {
    this.#steps -= 1;
    return this.#steps > 0;
  }

  solve(question: readonly Term[]): Outcome {
    const terms = this.#flatten(question);
    if (terms === null) return EMPTY;
    const key = terms.map((term) => term.id).join(",");
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const above = this.#open.get(key);
    if (above !== undefined) {
      this.#reliesOn = Math.min(this.#reliesOn, above);
      return EMPTY;
    }
    const assumed = this.#provisional.reliance(key);
    if (assumed !== undefined) {
      this.#reliesOn = Math.min(this.#reliesOn, assumed);
      return EMPTY;
    }
    const depth = this.#open.size;
    if (depth > DEEPEST) return unknown("the schemas nest too deeply");
    if (!this.step()) return unknown(OUT_OF_STEPS);
    const outer = this.#reliesOn;
    this.#reliesOn = Number.POSITIVE_INFINITY;
    this.#open.set(key, depth);
    const mark = this.#provisional.mark();
    const outcome = this.#answer(terms);
    this.#open.delete(key);
    // An answer that relies on a question above holds only as long as that one is open.
    const isFinal = outcome.kind === "value" || this.#reliesOn >= depth;
    if (isFinal && !(outcome.kind === "unknown" && outcome.reason === OUT_OF_STEPS)) this.#answers.set(key, outcome);
    if (outcome.kind !== "empty") this.#provisional.drop(mark);
    else if (isFinal) for (const proved of this.#provisional.drop(mark)) this.#answers.set(proved, EMPTY);
    else this.#provisional.add(key, this.#reliesOn, mark);
    this.#reliesOn = Math.min(outer, this.#reliesOn >= depth ? Number.POSITIVE_INFINITY : this.#reliesOn);
    return outcome;
  }

  /** The terms one by one, references followed; null where two contradict each other at sight. */
  #flatten(question: readonly Term[]): readonly Term[] | null {
    const terms = new Set<Term>();
    const pending = [...question];
    for (let term = pending.pop(); term !== undefined; term = pending.pop()) {
      if (term.kind === "all") pending.push(...term.terms);
      else if (term.kind === "not" && term.term.kind === "any") {
        for (const part of term.term.terms) pending.push(this.table.not(part));
      } else if (term.kind === "reference") pending.push(term.resolve());
      else if (term.kind === "not" && term.term.kind === "reference") pending.push(this.table.not(term.term.resolve()));
      else if (term.kind === "nothing") return null;
      else if (term.kind !== "anything") terms.add(term);
    }
    for (const term of terms) if (term.kind === "not" && terms.has(term.term)) return null;
    return [...terms].sort((a, b) => a.id - b.id);
  }

  #answer(terms: readonly Term[]): Outcome {
    const listed = listedValues(terms);
    if (listed !== null) return listed[0] === undefined ? EMPTY : { kind: "value", value: listed[0] };
    const hints = terms.flatMap((term) => this.table.hintsOf(term));
    const hinted = hints.find((value) => terms.every((term) => accepts(term, value)));
    if (hinted !== undefined) return { kind: "value", value: hinted };
    return firstValue(this.#answersByType(terms));
  }

  *#answersByType(terms: readonly Term[]): Generator<Outcome> {
    for (const type of ORDER) {
      if (terms.some((term) => isNever(term, type))) continue;
      yield this.#answerOfType(terms, type);
    }
  }

  #answerOfType(terms: readonly Term[], type: ValueType): Outcome {
    const branch = this.#assert({ literals: [], choices: [], known: new Set() }, terms, type);
    return branch === null ? EMPTY : this.#follow(branch, terms, type);
  }

  /** The branch with more terms in it, taken apart; null where they contradict it. */
  #assert(branch: Branch, terms: readonly Term[], type: ValueType): Branch | null {
    const known = new Set(branch.known);
    const literals = [...branch.literals];
    const choices = [...branch.choices];
    const pending = [...terms].reverse();
    for (let term = pending.pop(); term !== undefined; term = pending.pop()) {
      if (known.has(term)) continue;
      if (known.has(this.table.not(term))) return null;
      known.add(term);
      const expansion = expand(term, type, this.table);
      if (expansion.kind === "never") return null;
      if (expansion.kind === "terms") pending.push(...expansion.terms);
      else if (expansion.kind === "choice") choices.push(expansion.terms);
      else if (expansion.kind === "literal") literals.push(term);
    }
    return { literals, choices, known };
  }

  /**
   * Tries the choices of a branch in turn: first those that say most, which are alternatives of schemas, then those of what a
   * schema may be failed by, then implications, which often follow from what was chosen before; among them those with the
   * fewest alternatives.
   */
  #follow(start: Branch, terms: readonly Term[], type: ValueType): Outcome {
    const branch = this.#settle(start, type);
    if (branch === null) return EMPTY;
    if (!this.step()) return unknown(OUT_OF_STEPS);
    // What the literals alone allow: nothing, or a value that may happen to meet the choices.
    const relaxed = this.#solveLiterals(branch.literals, terms, type);
    if (relaxed.kind === "empty") return EMPTY;
    if (relaxed.kind === "value" && terms.every((term) => accepts(term, relaxed.value))) return relaxed;
    if (branch.choices.length === 0) {
      return relaxed.kind === "unknown" ? relaxed : unknown("the value that was built meets not all that was asked");
    }
    const [choice] = [...branch.choices].sort((a, b) => rankOf(a) - rankOf(b) || a.length - b.length);
    const rest = branch.choices.filter((other) => other !== choice);
    const outcomes = function* (solver: Solver): Generator<Outcome> {
      for (const alternative of choice ?? []) {
        const next = solver.#assert({ ...branch, choices: rest }, [alternative], type);
        if (next !== null) yield solver.#follow(next, terms, type);
      }
    };
    return firstValue(outcomes(this));
  }

  /** The branch without the alternatives that cannot hold in it; null where a choice has none left. */
  #settle(start: Branch, type: ValueType): Branch | null {
    let branch = start;
    for (;;) {
      const members = type === "object" ? new ObjectSet(branch.literals, this) : null;
      const choices: (readonly Term[])[] = [];
      const forced: Term[] = [];
      for (const choice of branch.choices) {
        if (choice.some((term) => this.#isEntailed(term, branch, type, members))) continue;
        const open = choice.filter((term) => !this.#isExcluded(term, branch, type, members));
        const [first] = open;
        if (first === undefined) return null;
        if (open.length === 1) forced.push(first);
        else choices.push(open);
      }
      if (forced.length === 0) return { ...branch, choices };
      const next = this.#assert({ ...branch, choices }, forced, type);
      if (next === null) return null;
      branch = next;
    }
  }

  /** Whether a term is seen to hold no value that the branch holds. */
  #isExcluded(term: Term, branch: Branch, type: ValueType, members: ObjectSet | null): boolean {
    if (branch.known.has(this.table.not(term)) || isNever(term, type)) return true;
    if (term.kind === "all" && term.terms.some((part) => branch.known.has(this.table.not(part)))) return true;
    if (members === null) return false;
    const next = this.#assert({ ...branch, choices: [] }, [term], type);
    return next === null || members.refuses(next.literals.slice(branch.literals.length));
  }

  /** Whether a term is seen to hold every value that the branch holds. */
  #isEntailed(term: Term, branch: Branch, type: ValueType, members: ObjectSet | null): boolean {
    if (branch.known.has(term) || isNever(this.table.not(term), type)) return true;
    const isPartEntailed = (part: Term) => this.#isEntailed(part, branch, type, members);
    if (term.kind === "all") return term.terms.every(isPartEntailed);
    if (term.kind === "any") return term.terms.some(isPartEntailed);
    if (term.kind !== "not") return members?.refuses([this.table.not(term)]) ?? false;
    if (term.term.kind === "all") return term.term.terms.some((part) => isPartEntailed(this.table.not(part)));
    if (term.term.kind === "any") return term.term.terms.every((part) => isPartEntailed(this.table.not(part)));
    return members?.refuses([term.term]) ?? false;
  }

  #solveLiterals(literals: readonly Term[], terms: readonly Term[], type: ValueType): Outcome {
    const listed = listedValues(literals);
    if (listed !== null) {
      const value = listed.find((each) => terms.every((term) => accepts(term, each)));
      return value === undefined ? EMPTY : { kind: "value", value };
    }
    const hints = [...literals, ...terms].flatMap((term) => this.table.hintsOf(term));
    const isFitting = (value: JsonValue) => literals.every((literal) => accepts(literal, value));
    switch (type) {
      case "null":
        return isFitting(null) ? { kind: "value", value: null } : EMPTY;
      case "boolean": {
        const value = [true, false].find(isFitting);
        return value === undefined ? EMPTY : { kind: "value", value };
      }
      case "number":
        return solveNumber(
          literals,
          hints.filter((hint) => typeof hint === "number"),
        );
      case "string":
        return solveString(
          literals,
          hints.filter((hint) => typeof hint === "string"),
          (steps) => {
            this.#steps -= steps;
          },
        );
      case "array":
        return solveArray(literals, this);
      case "object":
        return new ObjectSet(literals, this).solve();
    }
  }
}

/** When a choice is tried: alternatives first, then what may fail, last what is either, as "if this, then that" is. */
function rankOf(choice: readonly Term[]): number {
  const refusals = choice.filter((term) => term.kind === "not").length;
  return refusals === 0 ? 0 : refusals === choice.length ? 1 : 2;
}
