import { definitionOf } from "../model/in-place.js";
import { definitionName } from "../schema/definition-reference.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";

/** So many subschemas are still read by a person; references written in place can multiply without end. */
const MAX_NODES = 300;

/**
 * A schema with what it refers to written in its place, so that it can be pasted anywhere; null where it refers to
 * itself or grows too large.
 */
export function inlineReferences(schema: Schema, definitions: Readonly<Record<string, Schema>>): Schema | null {
  let nodes = 0;
  let isPossible = true;
  const result = inline(schema, []);
  return isPossible ? result : null;

  function inline(schema: Schema, open: readonly string[]): Schema {
    nodes += 1;
    if (nodes > MAX_NODES) isPossible = false;
    if (typeof schema === "boolean" || !isPossible) return schema;
    const { $ref, ...rest } = schema;
    const own = mapSubschemas(rest, (part) => inline(part, open));
    if ($ref === undefined) return own;
    const name = definitionName($ref) ?? "";
    if (open.includes(name)) {
      isPossible = false;
      return schema;
    }
    return withOwn(inline(definitionOf($ref, definitions), [...open, name]), own);
  }
}

/** What a reference's target says, and what stands beside the reference. */
function withOwn(target: Schema, own: SchemaObject): Schema {
  const keywords = Object.keys(own);
  if (keywords.length === 0) return target;
  if (target === true) return own;
  const conflicts =
    target === false || keywords.some((keyword) => Object.hasOwn(target, keyword) || NEIGHBOURS.has(keyword));
  return conflicts ? { ...own, allOf: [...(own.allOf ?? []), target] } : { ...target, ...own };
}

/** Keywords whose meaning depends on others beside them: next to those of the target they would mean something else. */
const NEIGHBOURS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "prefixItems",
  "items",
  "unevaluatedItems",
  "contains",
  "minContains",
  "maxContains",
  "if",
  "then",
  "else",
]);
