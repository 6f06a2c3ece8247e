import { generateSync, type JsonSchema } from "json-schema-faker";
import type { Definitions } from "../model/in-place.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { isSafeToDraw } from "./is-safe-to-draw.js";

/** Draws of one schema. */
const SEEDS = 8;

/** Values that json-schema-faker draws for a schema, the same at every call; none for a schema that could keep it busy. */
export function drawValues(schema: Schema, definitions: Definitions): readonly JsonValue[] {
  if (typeof schema === "boolean") return [];
  const whole = { ...schema, $defs: definitions };
  if (!isSafeToDraw(whole)) return [];
  // A schema in normal form, which is one of theirs but for being read-only.
  const theirs = whole as JsonSchema;
  const found = new Map<string, JsonValue>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const value = draw(theirs, seed);
    if (value !== undefined) found.set(JSON.stringify(value), value);
  }
  return [...found.values()];
}

function draw(schema: JsonSchema, seed: number): JsonValue | undefined {
  try {
    const value: unknown = generateSync(schema, {
      seed,
      maxDepth: 6,
      refDepthMax: 3,
      maxDefaultItems: 2,
      useExamplesValue: true,
      optionalsProbability: seed % 2,
    });
    const text = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // It gives up on some schemas; another way may find a value.
    return undefined;
  }
}
