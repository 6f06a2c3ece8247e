import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** Schemas that a value meets all of; none of them: any value. Children are kept so, and read only when they are needed. */
export type Conjunction = readonly Schema[];

/**
 * A set of JSON values, told apart by JSON type, as wide as need be: it holds every value that the schemas
 * it was read from accept. What it says of members and items is still schemas, so recursion costs nothing.
 */
export interface Shape {
  readonly null: boolean;
  readonly booleans: readonly boolean[];
  readonly numbers: NumberSet;
  readonly strings: StringSet;
  /** Alternatives; null for any array. */
  readonly arrays: readonly ArraySet[] | null;
  /** Alternatives; null for any object. */
  readonly objects: readonly ObjectSet[] | null;
}

export interface NumberSet {
  /** Null for any number. */
  readonly literals: readonly number[] | null;
  /** Schemas whose numeric keywords hold too; types cannot say them, but they rule out literals. */
  readonly checks: readonly SchemaObject[];
}

export interface StringSet {
  /** Alternatives; null for any string. */
  readonly parts: readonly StringPart[] | null;
  /** Values worth naming where any string is allowed. */
  readonly known: readonly string[];
  /** Schemas whose string keywords hold too. */
  readonly checks: readonly SchemaObject[];
}

export type StringPart =
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "template"; readonly prefix: string; readonly suffix: string };

export interface ArraySet {
  readonly prefix: readonly Conjunction[];
  /** Items after the prefix. */
  readonly rest: Conjunction;
  readonly minimum: number;
  readonly maximum: number;
}

export interface ObjectSet {
  readonly members: ReadonlyMap<string, ObjectMember>;
  /** What each conjunct says of names that are not among the members. None: anything goes. */
  readonly rules: readonly NameRule[];
  /** The definition whose values these are, exactly. */
  readonly definition: string | null;
}

export interface ObjectMember {
  readonly value: Conjunction;
  readonly required: boolean;
  /** Nothing is declared of it; it is here because a rule does not bind it. */
  readonly silent: boolean;
}

export interface NameRule {
  readonly patterns: readonly { readonly pattern: string; readonly value: Conjunction }[];
  /** Names that no pattern matches. */
  readonly rest: Conjunction;
  /** The schema says nothing of names that no pattern matches, so that no type needs to speak of them. */
  readonly isRestSilent?: boolean;
}

const ANY_NUMBER: NumberSet = { literals: null, checks: [] };
const ANY_STRING: StringSet = { parts: null, known: [], checks: [] };

/** Any JSON value. */
export const ANYTHING: Shape = {
  null: true,
  booleans: [true, false],
  numbers: ANY_NUMBER,
  strings: ANY_STRING,
  arrays: null,
  objects: null,
};

/** No value. */
export const NOTHING: Shape = {
  null: false,
  booleans: [],
  numbers: { literals: [], checks: [] },
  strings: { parts: [], known: [], checks: [] },
  arrays: [],
  objects: [],
};

/** Whether no value is in the set. */
export function isNothing(shape: Shape): boolean {
  return (
    !shape.null &&
    shape.booleans.length === 0 &&
    shape.numbers.literals?.length === 0 &&
    shape.strings.parts?.length === 0 &&
    shape.arrays?.length === 0 &&
    shape.objects?.length === 0
  );
}

/** Whether every value is in the set, as far as types can tell, and no string is worth naming. */
export function isAnything(shape: Shape): boolean {
  return (
    shape.null &&
    shape.booleans.length === 2 &&
    shape.numbers.literals === null &&
    shape.strings.parts === null &&
    shape.strings.known.length === 0 &&
    shape.arrays === null &&
    shape.objects === null
  );
}
