import { accepts } from "./accepts.js";
import type { Term, ValueType } from "./term.js";
import { typeOfTerm } from "./term.js";
import type { TermTable } from "./term-table.js";

/** What a term comes to among values of one type. */
export type Expansion =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  /** All of them. */
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  /** One of them at least. */
  | { readonly kind: "choice"; readonly terms: readonly Term[] }
  /** A condition, or a refused one, that the set of the type understands. */
  | { readonly kind: "literal" };

const ALWAYS: Expansion = { kind: "always" };
const NEVER: Expansion = { kind: "never" };
const LITERAL: Expansion = { kind: "literal" };

/** Takes one step of a term apart, among values of a type. */
export function expand(term: Term, type: ValueType, table: TermTable): Expansion {
  switch (term.kind) {
    case "anything":
      return ALWAYS;
    case "nothing":
      return NEVER;
    case "not":
      return expandNot(term.term, type, table);
    case "all":
      return { kind: "terms", terms: term.terms };
    case "any":
      return { kind: "choice", terms: term.terms };
    case "one":
      return { kind: "choice", terms: term.terms.map((_, index) => onlyOne(term.terms, index, table)) };
    case "reference":
      return { kind: "terms", terms: [term.resolve()] };
    case "types":
      return term.types.includes(type) ? ALWAYS : NEVER;
    case "values":
    case "opaque":
      return LITERAL;
    default:
      return typeOfTerm(term) === type ? LITERAL : ALWAYS;
  }
}

function expandNot(term: Term, type: ValueType, table: TermTable): Expansion {
  switch (term.kind) {
    case "all":
      return { kind: "choice", terms: term.terms.map((part) => table.not(part)) };
    case "any":
      return { kind: "terms", terms: term.terms.map((part) => table.not(part)) };
    case "one":
      return { kind: "choice", terms: noneOrTwo(term.terms, table) };
    case "reference":
      return { kind: "terms", terms: [table.not(term.resolve())] };
    case "values":
    case "opaque":
      return LITERAL;
    default:
      break;
  }
  if (typeOfTerm(term) !== type) return NEVER;
  if (term.kind === "size") {
    const { type: sized, minimum, maximum } = term;
    const below = minimum > 0 ? [table.maximumSize(sized, minimum - 1)] : [];
    const above = maximum !== Number.POSITIVE_INFINITY ? [table.minimumSize(sized, maximum + 1)] : [];
    return { kind: "choice", terms: [...below, ...above] };
  }
  if (term.kind === "contains") {
    const below = term.minimum > 0 ? [table.contains(term.term, 0, term.minimum - 1)] : [];
    const isLimited = term.maximum !== Number.POSITIVE_INFINITY;
    const above = isLimited ? [table.contains(term.term, term.maximum + 1, Number.POSITIVE_INFINITY)] : [];
    return { kind: "choice", terms: [...below, ...above] };
  }
  return LITERAL;
}

function onlyOne(terms: readonly Term[], only: number, table: TermTable): Term {
  return table.all(terms.map((term, index) => (index === only ? term : table.not(term))));
}

function noneOrTwo(terms: readonly Term[], table: TermTable): readonly Term[] {
  const none = table.all(terms.map((term) => table.not(term)));
  const pairs = terms.flatMap((one, index) => terms.slice(index + 1).map((other) => table.all([one, other])));
  return [none, ...pairs];
}

/** Says whether a term is seen at once to hold no value of a type. */
export function isNever(term: Term, type: ValueType): boolean {
  switch (term.kind) {
    case "nothing":
      return true;
    case "types":
      return !term.types.includes(type);
    case "all":
      return term.terms.some((part) => isNever(part, type));
    case "any":
      return term.terms.every((part) => isNever(part, type));
    case "not": {
      const own = typeOfTerm(term.term);
      if (own !== null) return own !== type;
      return (
        term.term.kind === "any" && term.term.terms.some((part) => part.kind === "types" && part.types.includes(type))
      );
    }
    default:
      return false;
  }
}

/** Values of the terms' own lists that all of them hold; null where none of them lists its values. */
export function listedValues(terms: readonly Term[]) {
  const lists = terms.flatMap((term) => (term.kind === "values" ? [term.values] : []));
  const [shortest] = lists.sort((a, b) => a.length - b.length);
  return shortest?.filter((value) => terms.every((term) => accepts(term, value))) ?? null;
}
