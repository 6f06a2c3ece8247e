import { equalValues } from "../schema/compile/equal-values.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { isArray, isObject } from "../schema/own-property.js";
import { isOfFormat } from "./formats.js";
import { matcherOf, nativeMatcher } from "./regular/match-pattern.js";
import { type Term, typeOfTerm, typeOfValue } from "./term.js";

/** Says whether a term holds a value. Decides as the validators do. */
export function accepts(term: Term, value: JsonValue): boolean {
  switch (term.kind) {
    case "anything":
      return true;
    case "nothing":
      return false;
    case "not":
      return !accepts(term.term, value);
    case "all":
      return term.terms.every((part) => accepts(part, value));
    case "any":
      return term.terms.some((part) => accepts(part, value));
    case "one":
      return term.terms.filter((part) => accepts(part, value)).length === 1;
    case "reference":
      return accepts(term.resolve(), value);
    case "types":
      return term.types.includes(typeOfValue(value));
    case "values":
      return term.values.some((one) => equalValues(one, value));
    case "opaque":
      return term.accepts(value);
    default:
      break;
  }
  if (typeOfTerm(term) !== typeOfValue(value)) return true;
  if (typeof value === "number") return acceptsNumber(term, value);
  if (typeof value === "string") return acceptsString(term, value);
  if (isArray(value)) return acceptsArray(term, value);
  return isObject(value) ? acceptsObject(term, value) : true;
}

/** Says whether a pattern matches somewhere in a text, in Unicode mode as the validators ask. */
export function matches(pattern: string, text: string): boolean {
  // Whoever runs the validators waits for such a pattern too.
  return (matcherOf(pattern) ?? nativeMatcher(pattern))(text);
}

/** The length of a text in characters, as `minLength` counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Says whether a number is a multiple of a step, as the validators divide. */
export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient) < 1e21 ? Number.isInteger(quotient) : quotient === Number.parseInt(String(quotient), 10);
}

function acceptsNumber(term: Term, value: number): boolean {
  switch (term.kind) {
    case "minimum":
      return term.exclusive ? value > term.limit : value >= term.limit;
    case "maximum":
      return term.exclusive ? value < term.limit : value <= term.limit;
    case "integer":
      return Number.isInteger(value);
    case "multiple":
      return isMultiple(value, term.step);
    default:
      return true;
  }
}

function acceptsString(term: Term, value: string): boolean {
  switch (term.kind) {
    case "size":
      return isBetween(lengthOf(value), term.minimum, term.maximum);
    case "pattern":
      return matches(term.pattern, value);
    case "format":
      return isOfFormat(term.format, value);
    default:
      return true;
  }
}

function acceptsArray(term: Term, value: readonly JsonValue[]): boolean {
  switch (term.kind) {
    case "size":
      return isBetween(value.length, term.minimum, term.maximum);
    case "item": {
      const item = value[term.index];
      return item === undefined || accepts(term.term, item);
    }
    case "rest":
      return value.slice(term.from).every((item) => accepts(term.term, item));
    case "contains":
      return isBetween(value.filter((item) => accepts(term.term, item)).length, term.minimum, term.maximum);
    case "unique":
      return value.every((item, index) => value.findIndex((other) => equalValues(item, other)) === index);
    default:
      return true;
  }
}

function acceptsObject(term: Term, value: JsonObject): boolean {
  switch (term.kind) {
    case "size":
      return isBetween(Object.keys(value).length, term.minimum, term.maximum);
    case "required":
      return Object.hasOwn(value, term.name);
    case "member": {
      const member = Object.hasOwn(value, term.name) ? value[term.name] : undefined;
      return member === undefined || accepts(term.term, member);
    }
    case "matching":
      return Object.entries(value).every(
        ([name, member]) => !matches(term.pattern, name) || accepts(term.term, member),
      );
    case "others":
      return Object.entries(value).every(([name, member]) => !isOther(term, name) || accepts(term.term, member));
    case "names":
      return Object.keys(value).every((name) => accepts(term.term, name));
    default:
      return true;
  }
}

/** Says whether a name is none of those listed, and matches none of the patterns. */
export function isOther(
  term: { readonly names: ReadonlySet<string>; readonly patterns: readonly string[] },
  name: string,
): boolean {
  return !term.names.has(name) && !term.patterns.some((pattern) => matches(pattern, name));
}

function isBetween(size: number, minimum: number, maximum: number): boolean {
  return size >= minimum && size <= maximum;
}
