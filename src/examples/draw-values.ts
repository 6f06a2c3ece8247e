import { generateSync, type JsonSchema } from "json-schema-faker";
import type { Definitions } from "../model/in-place.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { drawableSchema } from "./drawable-schema.js";
import { isSafeToDraw } from "./is-safe-to-draw.js";

/** Draws of one schema. */
const SEEDS = 8;

/** A draw may read so much of its schema: each choice is tried again within each choice, and each item until it is a new one. */
const MOST_READS = 100_000;

/** Longer than any claim of a token is, in its text. */
const LONGEST = 100_000;

/** Work that draws may still do, in what is read of schemas. */
export interface DrawBudget {
  left: number;
}

/** Values that json-schema-faker draws for a schema, the same at every call; none for a schema that could keep it busy. */
export function drawValues(schema: Schema, definitions: Definitions, budget: DrawBudget): readonly JsonValue[] {
  if (typeof schema === "boolean" || budget.left <= 0 || !isSafeToDraw(schema, definitions)) return [];
  let left = 0;
  const drawable = drawableSchema(schema, definitions, () => {
    left -= 1;
    if (left < 0) throw new RangeError("A draw takes too long.");
  });
  const found = new Map<string, JsonValue>();
  for (let seed = 1; seed <= SEEDS && budget.left > 0; seed += 1) {
    const allowed = Math.min(MOST_READS, budget.left);
    left = allowed;
    // A schema in normal form, which is one of theirs but for being read-only.
    const text = draw(drawable as JsonSchema, seed);
    budget.left -= allowed - Math.max(0, left);
    if (text !== null && text.length <= LONGEST) found.set(text, JSON.parse(text));
    // The next would take as long.
    if (left < 0) break;
  }
  return [...found.values()];
}

/** The text of a value; null where none was drawn. */
function draw(schema: JsonSchema, seed: number): string | null {
  try {
    const value: unknown = generateSync(schema, {
      seed,
      maxDepth: 6,
      refDepthMax: 3,
      maxDefaultItems: 2,
      useExamplesValue: true,
      optionalsProbability: seed % 2,
    });
    return JSON.stringify(value) ?? null;
  } catch {
    // It gives up on some schemas; another way may find a value.
    return null;
  }
}
