import type { Schema } from "../schema/json-schema.js";
import type { Conjunction } from "./shape.js";

const NEVER: Conjunction = [false];

/** All schemas of several conjunctions, each once; `[false]` where one of them is `false`. */
export function conjoin(...parts: readonly Conjunction[]): Conjunction {
  const filled = parts.filter((part) => part.length > 0);
  const [first] = filled;
  if (first === undefined) return [];
  if (filled.length === 1 && first.every((schema) => typeof schema !== "boolean")) return first;
  const schemas = new Set<Schema>();
  for (const part of filled) {
    for (const schema of part) {
      if (schema === false) return NEVER;
      if (schema !== true) schemas.add(schema);
    }
  }
  return [...schemas];
}

/** Whether a conjunction says `false` outright. */
export function saysFalse(conjunction: Conjunction): boolean {
  return conjunction.includes(false);
}
