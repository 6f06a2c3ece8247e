import type { Schema, SchemaObject } from "../schema/json-schema.js";
import type { Reading } from "./reading.js";

/** The member names that a schema's keywords may evaluate, whichever branches hold. */
export interface EvaluatedNames {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

/**
 * The names that `unevaluatedProperties` at this schema may find evaluated (JSON Schema 2020-12, core,
 * section 11.3); null where that can be any name. At least those that are, so that the rest is surely not.
 */
export function findEvaluatedNames(schema: SchemaObject, reader: Reading): EvaluatedNames | null {
  const names = new Set<string>();
  const patterns = new Set<string>();
  for (const [applied, isRoot] of appliedInPlace(schema, reader)) {
    if (applied.additionalProperties !== undefined) return null;
    if (!isRoot && applied.unevaluatedProperties !== undefined) return null;
    for (const name of Object.keys(applied.properties ?? {})) names.add(name);
    for (const pattern of Object.keys(applied.patternProperties ?? {})) patterns.add(pattern);
  }
  return { names, patterns: [...patterns] };
}

/** How many items from the start `unevaluatedItems` at this schema may find evaluated, at most; `Infinity` for any. */
export function countEvaluatedItems(schema: SchemaObject, reader: Reading): number {
  let count = 0;
  for (const [applied, isRoot] of appliedInPlace(schema, reader)) {
    if (applied.items !== undefined || applied.contains !== undefined) return Number.POSITIVE_INFINITY;
    if (!isRoot && applied.unevaluatedItems !== undefined) return Number.POSITIVE_INFINITY;
    count = Math.max(count, applied.prefixItems?.length ?? 0);
  }
  return count;
}

/** A schema and all that may apply to the same value beside it; the flag tells the schema itself. */
function* appliedInPlace(root: SchemaObject, reader: Reading): Generator<readonly [SchemaObject, boolean]> {
  const seen = new Set<Schema>();
  const waiting: Schema[] = [root];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (typeof schema === "boolean" || seen.has(schema)) continue;
    seen.add(schema);
    yield [schema, schema === root];
    const { $ref, allOf, anyOf, oneOf, if: condition, then, else: otherwise, dependentSchemas } = schema;
    waiting.push(...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? []), ...Object.values(dependentSchemas ?? {}));
    for (const applied of [condition, then, otherwise]) if (applied !== undefined) waiting.push(applied);
    const target = $ref === undefined ? null : reader.resolve($ref);
    if (target !== null) waiting.push(target.schema);
  }
}
