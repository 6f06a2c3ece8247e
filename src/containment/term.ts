import type { JsonValue } from "../schema/json-schema.js";

/** The types of JSON values that are told apart. Integers are numbers, with a term of their own. */
export type ValueType = "null" | "boolean" | "number" | "string" | "array" | "object";

export const VALUE_TYPES: readonly ValueType[] = ["null", "boolean", "number", "string", "array", "object"];

/** Types whose values have a size: characters, items, members. */
export type SizedType = "string" | "array" | "object";

/**
 * A set of JSON values. Terms of the same content are the same object with the same `id`, whichever schema they came from.
 *
 * What speaks of one type (a bound, a pattern, an item, a member) holds every value of the other types.
 */
export type Term = { readonly id: number } & TermContent;

export type TermContent =
  | { readonly kind: "anything" }
  | { readonly kind: "nothing" }
  | { readonly kind: "not"; readonly term: Term }
  | { readonly kind: "all" | "any" | "one"; readonly terms: readonly Term[] }
  /** A definition that refers to itself; read when it is needed. */
  | { readonly kind: "reference"; readonly resolve: () => Term }
  | { readonly kind: "types"; readonly types: readonly ValueType[] }
  | { readonly kind: "values"; readonly values: readonly JsonValue[] }
  | { readonly kind: "minimum" | "maximum"; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: "integer" }
  | { readonly kind: "multiple"; readonly step: number }
  /** Size from `minimum` up to and with `maximum`; one of them bounds. */
  | { readonly kind: "size"; readonly type: SizedType; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "format"; readonly format: string }
  /** The item at an index, if the array is long enough. */
  | { readonly kind: "item"; readonly index: number; readonly term: Term }
  /** Every item from an index on. */
  | { readonly kind: "rest"; readonly from: number; readonly term: Term }
  /** How many items the term holds. */
  | { readonly kind: "contains"; readonly term: Term; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "unique" }
  | { readonly kind: "required"; readonly name: string }
  /** The member of a name, if there is one. */
  | { readonly kind: "member"; readonly name: string; readonly term: Term }
  /** Every member whose name matches. */
  | { readonly kind: "matching"; readonly pattern: string; readonly term: Term }
  /** Every member whose name is not listed and matches none of the patterns. */
  | {
      readonly kind: "others";
      readonly names: ReadonlySet<string>;
      readonly patterns: readonly string[];
      readonly term: Term;
    }
  /** Every name of a member. */
  | { readonly kind: "names"; readonly term: Term }
  /** A schema that is not taken apart; `accepts` is its validator. */
  | { readonly kind: "opaque"; readonly accepts: (value: JsonValue) => boolean };

/** The one type that a term speaks of; null where it speaks of several. */
export function typeOfTerm(term: Term): ValueType | null {
  switch (term.kind) {
    case "minimum":
    case "maximum":
    case "integer":
    case "multiple":
      return "number";
    case "size":
      return term.type;
    case "pattern":
    case "format":
      return "string";
    case "item":
    case "rest":
    case "contains":
    case "unique":
      return "array";
    case "required":
    case "member":
    case "matching":
    case "others":
    case "names":
      return "object";
    default:
      return null;
  }
}

/** The type of a value. */
export function typeOfValue(value: JsonValue): ValueType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  // A JSON value that is neither null nor an array has one of the four types left.
  return typeof value as ValueType;
}
