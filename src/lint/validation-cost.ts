import { type Definitions, definitionOf } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { KEYWORDS } from "../schema/keywords.js";
import { subschemasOf } from "../schema/subschemas.js";
import { definitionsOf } from "./token-facts.js";

/** Schemas that a validator may have to try for one value. A claim set of a thousand claims is far below. */
const MOST = 200_000;

/** What was found of each token. */
const KNOWN = new WeakMap<Token, boolean>();

/**
 * Says whether values can be validated against a token's schemas in reasonable time. They cannot where definitions refer to each
 * other twice and twice again: sixty such are two to the power of sixty schemas to try. Rules that validate leave those
 * alone.
 */
export function isCheapToValidate(token: Token): boolean {
  const known = KNOWN.get(token);
  if (known !== undefined) return known;
  const isCheap = unfoldedSize(token.claimSet.schema, definitionsOf(token)) <= MOST;
  KNOWN.set(token, isCheap);
  return isCheap;
}

/** The number of schemas when each reference is replaced by what it refers to; one that leads back to itself counts once. */
function unfoldedSize(schema: Schema, definitions: Definitions): number {
  const sizes = new Map<SchemaObject, number>();
  const measure = (schema: Schema): number => {
    if (typeof schema === "boolean") return 1;
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    sizes.set(schema, 1);
    let size = 1;
    for (const below of subschemas(schema, definitions)) size += measure(below);
    sizes.set(schema, size);
    return size;
  };
  return measure(schema);
}

function* subschemas(schema: SchemaObject, definitions: Definitions): Generator<Schema> {
  if (schema.$ref !== undefined) yield definitionOf(schema.$ref, definitions);
  for (const [name, value] of Object.entries(schema)) {
    const keyword = KEYWORDS.get(name);
    if (keyword === undefined || keyword.treatment === "drop" || keyword.treatment === "annotation") continue;
    // Holds because the normal form has, under its keywords, the JSON that they take, and schemas where they take schemas.
    for (const { value: below } of subschemasOf(value as JsonValue, keyword.shape)) yield below as Schema;
  }
}
