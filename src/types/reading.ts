import type { Schema } from "../schema/json-schema.js";
import type { Conjunction, Shape } from "./shape.js";

/** What the reader of one keyword asks about the schemas under it. `ShapeReader` answers. */
export interface Reading {
  /** The definition that a `$ref` names; null where there is none. */
  resolve(reference: string): { readonly name: string; readonly schema: Schema } | null;
  /** The values that meet all of the schemas. */
  read(conjunction: Conjunction): Shape;
  /** The values that meet one schema. */
  readSchema(schema: Schema): Shape;
  /** Whether no value at all meets the schemas, for certain. */
  isImpossible(conjunction: Conjunction): boolean;
  /** A shape without the alternatives that no value can be of. */
  settle(shape: Shape): Shape;
}
