import type { Schema } from "../json-schema.js";
import type { Place } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";

/** What the conditions of a keyword are written with: the conditions of the schemas in it. */
export interface ConditionWriter {
  readonly scope: PredicateScope;

  /** The condition of a schema at a place: a JavaScript expression that is true or false. */
  condition(schema: Schema, place: Place): string;

  /** The condition of a schema as the call of a function, which is written once. */
  call(schema: Schema, place: Place): string;

  /** The condition of a schema on each of several values, as a function to hand over. */
  lambda(schema: Schema, place: Place): string;

  /** A condition on each of several values, as a function to hand over. */
  itemLambda(place: Place, write: (item: Place) => string): string;

  /** A condition that stands in a function of its own, on the same value. */
  apart(place: Place, write: (place: Place) => string): string;

  /** What a reference of the normal form names. */
  definition(reference: string): Schema;

  /** Notes that a condition cannot be written exactly; gives what may stand in its place. */
  giveUp(): "false";
}
