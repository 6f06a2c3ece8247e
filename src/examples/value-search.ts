import type { Definitions } from "../model/in-place.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** Work that may still be done, in schemas that are read: they can refer to themselves, and choices stand within choices. */
export interface WorkBudget {
  left: number;
}

/** A search for values of one claim. */
export interface ValueSearch {
  readonly definitions: Definitions;
  /** Of this claim. */
  readonly own: WorkBudget;
  /** Of all claims that are looked at together. */
  readonly shared: WorkBudget;
}

/** Takes work out of a search's budgets; says whether there was as much. */
export function spend({ own, shared }: ValueSearch, work: number): boolean {
  own.left -= work;
  shared.left -= work;
  return own.left >= 0 && shared.left >= 0;
}

/** A place in a claim's value at which a value is looked for. */
export interface ValuePlace {
  /** The name of the claim or member. */
  readonly name: string;
  /** The name of the object that it is a member of. */
  readonly holder?: string;
  readonly depth: number;
}

/** What a schema says of the values at a place: what always applies, and what does in some cases. */
export interface SchemaParts {
  readonly always: readonly SchemaObject[];
  readonly sometimes: readonly SchemaObject[];
}

/** Deeper than this nothing is filled in. */
export const DEEPEST = 8;

/** The greatest of some limits that schemas state; `none` where they state none. */
export function highest(values: readonly (number | undefined)[], none: number): number {
  return Math.max(none, ...values.filter((value) => value !== undefined));
}

/** The least of some limits that schemas state; `none` where they state none. */
export function lowest(values: readonly (number | undefined)[], none: number): number {
  return Math.min(none, ...values.filter((value) => value !== undefined));
}

/** One schema that says what several say. */
export function together(schemas: readonly Schema[]): Schema {
  const [only, ...more] = schemas;
  return more.length === 0 ? (only ?? true) : { allOf: schemas };
}
