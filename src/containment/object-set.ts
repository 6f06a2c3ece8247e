import type { JsonValue } from "../schema/json-schema.js";
import { setOwn } from "../schema/own-property.js";
import { accepts, isOther, matches } from "./accepts.js";
import { OUT_OF_STEPS, type SolveContext } from "./context.js";
import { EMPTY, firstValue, type Outcome, unknown } from "./outcome.js";
import type { Term } from "./term.js";

/** So many kinds of names, told apart by the patterns that they match, are gone through. */
const MOST_KINDS = 128;
const MOST_ADDED = 2_000;

/** A member that has to be there, under some name: its name meets a condition, its value a term. */
interface Wanted {
  readonly literal: Term;
  isNamed(name: string): boolean;
  readonly nameTerms: readonly Term[];
  readonly term: Term;
}

/** What the literals say of the members of an object, by name. */
export class ObjectSet {
  readonly required = new Set<string>();
  readonly #forbidden = new Set<string>();
  readonly #members = new Map<string, Term[]>();
  readonly #rules: Term[] = [];
  readonly #names: Term[] = [];
  readonly #listed = new Set<string>();
  readonly #patterns = new Set<string>();
  readonly #literals: readonly Term[];
  readonly #context: SolveContext;
  readonly wanted: Wanted[] = [];
  minimum = 0;
  maximum = Number.POSITIVE_INFINITY;

  constructor(literals: readonly Term[], context: SolveContext) {
    this.#literals = literals;
    this.#context = context;
    for (const literal of literals) {
      if (literal.kind === "not") this.#refuse(literal, literal.term);
      else this.#demand(literal);
    }
  }

  /** Whether the name's member may be there, and what its value has to meet. */
  termsOf(name: string): readonly Term[] | null {
    if (this.#forbidden.has(name) || !this.#names.every((term) => accepts(term, name))) return null;
    const terms = [...(this.#members.get(name) ?? [])];
    for (const rule of this.#rules) {
      if (rule.kind === "matching" && matches(rule.pattern, name)) terms.push(rule.term);
      if (rule.kind === "others" && isOther(rule, name)) terms.push(rule.term);
    }
    return terms;
  }

  /** A value for the member of a name. */
  solveMember(name: string, more: readonly Term[] = []): Outcome {
    const terms = this.termsOf(name);
    return terms === null ? EMPTY : this.#context.solve([...terms, ...more]);
  }

  /** Whether more literals leave some required member no value, as seen member by member. Literals of other kinds are passed over. */
  refuses(more: readonly Term[]): boolean {
    const { table } = this.#context;
    const terms = new Map<string, Term[]>();
    const required = new Set<string>();
    for (const literal of more) {
      const content = literal.kind === "not" ? literal.term : literal;
      if (content.kind !== "member" && content.kind !== "required") continue;
      if (literal.kind === "not" && content.kind === "required") {
        if (this.required.has(content.name)) return true;
        continue;
      }
      // A required member, or a member that has to fail its term, has to be there.
      if (literal.kind === "not" || content.kind === "required") required.add(content.name);
      const term = content.kind === "required" ? table.anything : content.term;
      terms.set(content.name, [...(terms.get(content.name) ?? []), literal.kind === "not" ? table.not(term) : term]);
    }
    return [...terms].some(
      ([name, demanded]) =>
        (required.has(name) || this.required.has(name)) && this.solveMember(name, demanded).kind === "empty",
    );
  }

  solve(): Outcome {
    if (!this.#context.step()) return unknown(OUT_OF_STEPS);
    if (this.minimum > this.maximum || this.required.size > this.maximum) return EMPTY;
    const values = new Map<string, JsonValue>();
    let open: Outcome | null = null;
    for (const name of this.required) {
      const member = this.solveMember(name);
      if (member.kind === "empty") return EMPTY;
      if (member.kind === "value") values.set(name, member.value);
      else open ??= member;
    }
    const [first] = this.wanted;
    if (first !== undefined) return firstValue(this.#realize(first));
    return open ?? this.#fill(values);
  }

  /** The outcome for each name that a wanted member can have. */
  *#realize(wanted: Wanted): Generator<Outcome> {
    const rest = this.#literals.filter((literal) => literal !== wanted.literal);
    const { table } = this.#context;
    const withMember = (name: string) => {
      const literals = [...rest, table.required(name), table.member(name, wanted.term)];
      return new ObjectSet(literals, this.#context).solve();
    };
    const listed = [...this.#listed].filter((name) => !this.#forbidden.has(name) && wanted.isNamed(name));
    const [present, absent] = [
      listed.filter((name) => this.required.has(name)),
      listed.filter((name) => !this.required.has(name)),
    ];
    for (const name of present) yield withMember(name);
    for (const name of this.#freshNames(wanted)) yield typeof name === "string" ? withMember(name) : name;
    for (const name of absent) yield withMember(name);
  }

  /** One name for each kind of names that nothing lists, or why one was not found. */
  *#freshNames(wanted: Wanted | null, taken: Iterable<string> = []): Generator<string | Outcome> {
    const { table } = this.#context;
    // Names differ by the patterns that they match, and by what other wanted members ask of them: one may serve for two.
    const conditions = [...this.#patterns].map((pattern) => table.pattern(pattern));
    for (const other of this.wanted) {
      for (const term of other.nameTerms)
        if (other !== wanted && !conditions.includes(plus(term))) conditions.push(term);
    }
    const listed = new Set([...this.#listed, ...taken]);
    const free = table.not(table.values([...listed]));
    const terms = [table.types(["string"]), ...this.#names, ...(wanted?.nameTerms ?? []), free];
    let kinds = 0;
    for (const name of this.#namesOfKinds(terms, conditions, usualNames(listed))) {
      kinds += 1;
      if (kinds > MOST_KINDS) {
        yield unknown("names that match many patterns in different ways were not all tried");
        return;
      }
      if (name.kind === "value" && typeof name.value === "string") yield name.value;
      else if (name.kind === "unknown") yield name;
    }
  }

  /**
   * A name for each way of meeting some of the conditions and failing the others. The one that meets none comes first, and what
   * no name can meet is left out at once: most patterns of a schema exclude each other.
   */
  *#namesOfKinds(terms: readonly Term[], conditions: readonly Term[], usual: readonly string[]): Generator<Outcome> {
    const found = usual.find((name) => terms.every((term) => accepts(term, name)));
    const name = found === undefined ? this.#context.solve(terms) : ({ kind: "value", value: found } as const);
    const condition = conditions.at(-1);
    if (name.kind === "empty") return;
    if (condition === undefined) {
      yield name;
      return;
    }
    const rest = conditions.slice(0, -1);
    yield* this.#namesOfKinds([...terms, this.#context.table.not(condition)], rest, usual);
    yield* this.#namesOfKinds([...terms, condition], rest, usual);
  }

  /** The object with members added until there are enough. */
  #fill(values: Map<string, JsonValue>): Outcome {
    let open: Outcome | null = null;
    const missing = () => values.size < this.minimum;
    if (missing() && this.minimum > MOST_ADDED) return unknown("so large an object was not built");
    for (const name of missing() ? this.#listed : []) {
      if (!missing()) break;
      if (values.has(name)) continue;
      const member = this.solveMember(name);
      if (member.kind === "value") values.set(name, member.value);
      else if (member.kind === "unknown") open ??= member;
    }
    while (missing()) {
      const size = values.size;
      for (const name of this.#freshNames(null, values.keys())) {
        if (typeof name !== "string") {
          open ??= name;
          continue;
        }
        const member = this.solveMember(name);
        if (member.kind === "unknown") open ??= member;
        if (member.kind !== "value") continue;
        values.set(name, member.value);
        break;
      }
      if (values.size === size) return open ?? EMPTY;
    }
    const object: Record<string, JsonValue> = {};
    for (const [name, value] of values) setOwn(object, name, value);
    return { kind: "value", value: object };
  }

  #demand(literal: Term): void {
    switch (literal.kind) {
      case "size":
        this.minimum = Math.max(this.minimum, literal.minimum);
        this.maximum = Math.min(this.maximum, literal.maximum);
        break;
      case "required":
        this.required.add(literal.name);
        this.#listed.add(literal.name);
        break;
      case "member":
        this.#addMember(literal.name, literal.term);
        break;
      case "matching":
        this.#rules.push(literal);
        this.#patterns.add(literal.pattern);
        break;
      case "others":
        this.#rules.push(literal);
        this.#list(literal.names, literal.patterns);
        break;
      case "names":
        this.#names.push(literal.term);
        this.#listNames(literal.term);
        break;
      default:
        break;
    }
  }

  #refuse(literal: Term, term: Term): void {
    const { table } = this.#context;
    switch (term.kind) {
      case "required":
        this.#forbidden.add(term.name);
        this.#listed.add(term.name);
        break;
      case "member":
        this.required.add(term.name);
        this.#addMember(term.name, table.not(term.term));
        break;
      case "matching": {
        this.#patterns.add(term.pattern);
        const nameTerms = [table.pattern(term.pattern)];
        const isNamed = (name: string) => matches(term.pattern, name);
        this.wanted.push({ literal, isNamed, nameTerms, term: table.not(term.term) });
        break;
      }
      case "others": {
        this.#list(term.names, term.patterns);
        const nameTerms = term.patterns.map((pattern) => table.not(table.pattern(pattern)));
        const isNamed = (name: string) => isOther(term, name);
        this.wanted.push({ literal, isNamed, nameTerms, term: table.not(term.term) });
        break;
      }
      case "names": {
        this.#listNames(term.term);
        const refused = table.not(term.term);
        const isNamed = (name: string) => accepts(refused, name);
        this.wanted.push({ literal, isNamed, nameTerms: [refused], term: table.anything });
        break;
      }
      default:
        break;
    }
  }

  #addMember(name: string, term: Term): void {
    this.#listed.add(name);
    const terms = this.#members.get(name);
    if (terms === undefined) this.#members.set(name, [term]);
    else terms.push(term);
  }

  #list(names: Iterable<string>, patterns: readonly string[]): void {
    for (const name of names) this.#listed.add(name);
    for (const pattern of patterns) this.#patterns.add(pattern);
  }

  /** Names that a term of names lists become names like any other. */
  #listNames(term: Term): void {
    const terms = term.kind === "all" || term.kind === "any" || term.kind === "one" ? term.terms : [term];
    for (const part of terms) {
      const content = part.kind === "not" ? part.term : part;
      if (content.kind !== "values") continue;
      for (const value of content.values) if (typeof value === "string") this.#listed.add(value);
    }
  }
}

/** A condition without its negation: both make the same two kinds of names. */
function plus(term: Term): Term {
  return term.kind === "not" ? term.term : term;
}

function usualNames(taken: ReadonlySet<string>): readonly string[] {
  const names = ["other", "extra", "more"];
  for (let count = 2; names.length < 4; count += 1) if (!taken.has(`other${count}`)) names.push(`other${count}`);
  return names;
}
