import type { JsonValue } from "../schema/json-schema.js";
import { canonicalJson } from "../text/canonical-json.js";
import { takeLookAroundApart } from "./regular/look-around.js";
import { type SizedType, type Term, type TermContent, VALUE_TYPES, type ValueType } from "./term.js";

/** Makes terms, and keeps each only once, so that equal sets written alike are recognised by identity. */
export class TermTable {
  readonly #terms = new Map<string, Term>();
  readonly #hints = new Map<number, JsonValue[]>();
  readonly anything: Term = this.#keep("anything", { kind: "anything" });
  readonly nothing: Term = this.#keep("nothing", { kind: "nothing" });

  not(term: Term): Term {
    switch (term.kind) {
      case "anything":
        return this.nothing;
      case "nothing":
        return this.anything;
      case "not":
        return term.term;
      case "types":
        return this.types(VALUE_TYPES.filter((type) => !term.types.includes(type)));
      default:
        return this.#keep(`not ${term.id}`, { kind: "not", term });
    }
  }

  all(terms: readonly Term[]): Term {
    const flat = flatten("all", terms).filter((term) => term !== this.anything);
    if (flat.includes(this.nothing)) return this.nothing;
    return this.#combine("all", flat, this.anything);
  }

  any(terms: readonly Term[]): Term {
    const flat = flatten("any", terms).filter((term) => term !== this.nothing);
    if (flat.includes(this.anything)) return this.anything;
    return this.#combine("any", flat, this.nothing);
  }

  /** Values that exactly one of the terms holds; the same term twice counts twice. */
  one(terms: readonly Term[]): Term {
    const possible = terms.filter((term) => term !== this.nothing);
    const [first] = possible;
    if (first === undefined) return this.nothing;
    if (possible.length === 1) return first;
    const sorted = [...possible].sort((a, b) => a.id - b.id);
    return this.#keep(`one ${idsOf(sorted)}`, { kind: "one", terms: sorted });
  }

  reference(key: string, resolve: () => Term): Term {
    return this.#keep(`reference ${key}`, { kind: "reference", resolve });
  }

  types(types: readonly ValueType[]): Term {
    const present = VALUE_TYPES.filter((type) => types.includes(type));
    if (present.length === 0) return this.nothing;
    if (present.length === VALUE_TYPES.length) return this.anything;
    return this.#keep(`types ${present}`, { kind: "types", types: present });
  }

  /** The values listed, each once however its number is written. */
  values(values: readonly JsonValue[]): Term {
    const byKey = new Map(values.map((value) => [canonicalJson(value), value]));
    if (byKey.size === 0) return this.nothing;
    const keys = [...byKey.keys()].sort();
    return this.#keep(`values ${JSON.stringify(keys)}`, { kind: "values", values: [...byKey.values()] });
  }

  minimum(limit: number, exclusive: boolean): Term {
    return this.#keep(`minimum ${limit} ${exclusive}`, { kind: "minimum", limit, exclusive });
  }

  maximum(limit: number, exclusive: boolean): Term {
    return this.#keep(`maximum ${limit} ${exclusive}`, { kind: "maximum", limit, exclusive });
  }

  integer(): Term {
    return this.#keep("integer", { kind: "integer" });
  }

  multiple(step: number): Term {
    // A multiple of 1 is an integer, so that the two spellings are one term.
    return step === 1 ? this.integer() : this.#keep(`multiple ${step}`, { kind: "multiple", step });
  }

  minimumSize(type: SizedType, minimum: number): Term {
    if (minimum <= 0) return this.anything;
    const content = { kind: "size", type, minimum, maximum: Number.POSITIVE_INFINITY } as const;
    return this.#keep(`size ${type} from ${minimum}`, content);
  }

  maximumSize(type: SizedType, maximum: number): Term {
    if (maximum === Number.POSITIVE_INFINITY) return this.anything;
    return this.#keep(`size ${type} to ${maximum}`, { kind: "size", type, minimum: 0, maximum });
  }

  /** The texts in which a pattern matches, and all that are no texts. Look-around is taken apart where it can be. */
  pattern(pattern: string): Term {
    const parts = takeLookAroundApart(pattern);
    if (parts === null) return this.#keep(`pattern ${pattern}`, { kind: "pattern", pattern });
    const { matched, unmatched } = parts;
    return this.all([
      ...matched.map((part) => this.pattern(part)),
      ...unmatched.map((part) => this.any([this.not(this.types(["string"])), this.not(this.pattern(part))])),
    ]);
  }

  format(format: string): Term {
    return this.#keep(`format ${format}`, { kind: "format", format });
  }

  item(index: number, term: Term): Term {
    if (term === this.anything) return term;
    if (term === this.nothing) return this.maximumSize("array", index);
    return this.#keep(`item ${index} ${term.id}`, { kind: "item", index, term });
  }

  rest(from: number, term: Term): Term {
    if (term === this.anything) return term;
    if (term === this.nothing) return this.maximumSize("array", from);
    return this.#keep(`rest ${from} ${term.id}`, { kind: "rest", from, term });
  }

  contains(term: Term, minimum: number, maximum: number): Term {
    if (minimum <= 0 && maximum === Number.POSITIVE_INFINITY) return this.anything;
    if (maximum === 0 && minimum <= 0) return this.rest(0, this.not(term));
    return this.#keep(`contains ${term.id} ${minimum} ${maximum}`, { kind: "contains", term, minimum, maximum });
  }

  unique(): Term {
    return this.#keep("unique", { kind: "unique" });
  }

  required(name: string): Term {
    return this.#keep(`required ${JSON.stringify(name)}`, { kind: "required", name });
  }

  member(name: string, term: Term): Term {
    if (term === this.anything) return term;
    return this.#keep(`member ${term.id} ${JSON.stringify(name)}`, { kind: "member", name, term });
  }

  matching(pattern: string, term: Term): Term {
    if (term === this.anything) return term;
    return this.#keep(`matching ${term.id} ${pattern}`, { kind: "matching", pattern, term });
  }

  others(names: readonly string[], patterns: readonly string[], term: Term): Term {
    if (term === this.anything) return term;
    const key = JSON.stringify([[...new Set(names)].sort(), [...new Set(patterns)].sort()]);
    return this.#keep(`others ${term.id} ${key}`, {
      kind: "others",
      names: new Set(names),
      patterns: [...new Set(patterns)],
      term,
    });
  }

  names(term: Term): Term {
    if (term === this.anything) return term;
    return this.#keep(`names ${term.id}`, { kind: "names", term });
  }

  opaque(key: string, accepts: (value: JsonValue) => boolean): Term {
    return this.#keep(`opaque ${key}`, { kind: "opaque", accepts });
  }

  /** Remembers values that a schema shows for a term, so that witnesses look like them. */
  addHints(term: Term, values: readonly JsonValue[]): void {
    this.#hints.set(term.id, [...(this.#hints.get(term.id) ?? []), ...values].slice(0, 8));
  }

  hintsOf(term: Term): readonly JsonValue[] {
    return this.#hints.get(term.id) ?? [];
  }

  #combine(kind: "all" | "any", terms: readonly Term[], neutral: Term): Term {
    const sorted = [...new Set(terms)].sort((a, b) => a.id - b.id);
    const [first] = sorted;
    if (first === undefined) return neutral;
    if (sorted.length === 1) return first;
    return this.#keep(`${kind} ${idsOf(sorted)}`, { kind, terms: sorted });
  }

  #keep(key: string, content: TermContent): Term {
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const term: Term = { id: this.#terms.size, ...content };
    this.#terms.set(key, term);
    return term;
  }
}

function flatten(kind: "all" | "any", terms: readonly Term[]): readonly Term[] {
  return terms.flatMap((term) => (term.kind === kind ? term.terms : [term]));
}

function idsOf(terms: readonly Term[]): string {
  return terms.map((term) => term.id).join(",");
}
