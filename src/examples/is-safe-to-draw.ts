import type { Definitions } from "../model/in-place.js";
import { definitionName } from "../schema/definition-reference.js";
import type { Schema } from "../schema/json-schema.js";
import { demandedValues } from "./demanded-values.js";
import { drawnLength } from "./drawn-length.js";

/** The most that a schema may hold and ask for, so that a generator ends soon. */
const MOST_NODES = 4_000;
const LONGEST_TEXT = 1_000;
const MOST_ITEMS = 100;
const MOST_VALUES = 3_000;
const LONGEST_PATTERN = 400;
const LONGEST_MATCH = 2_000;

/**
 * Says whether a schema, with the definitions that it refers to, asks for little enough that values of it can be drawn or built in
 * a moment.
 */
export function isSafeToDraw(schema: Schema, definitions: Definitions): boolean {
  if (typeof schema === "boolean") return true;
  const { $defs: _definitions, ...own } = schema;
  const pending: unknown[] = [own];
  const referred = new Set<string>();
  let nodes = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes += 1;
    if (nodes > MOST_NODES) return false;
    if (typeof node !== "object" || node === null) continue;
    if (Array.isArray(node) && node.length > MOST_NODES) return false;
    for (const [name, value] of Object.entries(node)) {
      if (!isModest(name, value)) return false;
      pending.push(value);
      const definition = name === "$ref" && typeof value === "string" ? definitionName(value) : null;
      if (definition === null || referred.has(definition)) continue;
      referred.add(definition);
      if (Object.hasOwn(definitions, definition)) pending.push(definitions[definition]);
    }
  }
  return demandedValues(schema, definitions) <= MOST_VALUES;
}

/** Says so of what stands under a name: a keyword, or what is called like one. */
function isModest(keyword: string, value: unknown): boolean {
  if (typeof value === "number") {
    if (keyword === "minLength") return value <= LONGEST_TEXT;
    return !["minItems", "minProperties", "minContains"].includes(keyword) || value <= MOST_ITEMS;
  }
  if (keyword !== "pattern" || typeof value !== "string") return true;
  return value.length <= LONGEST_PATTERN && drawnLength(value) <= LONGEST_MATCH;
}
