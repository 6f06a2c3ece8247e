import { CONSTRAINTS } from "../schema/constraint-keywords.js";
import type { SchemaObject } from "../schema/json-schema.js";

/** Keywords that refuse nothing by themselves: they take part in what another one says. */
const COMPANIONS: ReadonlySet<string> = new Set(["$defs", "minContains", "maxContains", "then", "else"]);

/** The keywords of a schema that can refuse a value by themselves, in the order of the schema. */
export function constrainingKeywords(schema: SchemaObject): readonly string[] {
  return Object.keys(schema).filter((keyword) => CONSTRAINTS.has(keyword) && !COMPANIONS.has(keyword));
}
