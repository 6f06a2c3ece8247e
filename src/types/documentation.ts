import type { JsonValue, Schema } from "../schema/json-schema.js";
import type { Reading } from "./reading.js";
import type { Conjunction } from "./shape.js";
import type { Documentation } from "./type.js";

/**
 * What schemas say of their values in words: each annotation of the first schema that has it, its own before
 * those of what it refers to. Null where they say nothing.
 */
export function describe(conjunction: Conjunction, reader: Reading): Documentation | null {
  let summary: string | null = null;
  let deprecated = false;
  let fallback: JsonValue | undefined;
  let examples: readonly JsonValue[] = [];
  for (const schema of annotated(conjunction, reader)) {
    if (typeof schema === "boolean") continue;
    summary ??= textOf(schema.description) ?? textOf(schema.title);
    if (schema.deprecated === true) deprecated = true;
    if (fallback === undefined) fallback = schema.default;
    if (examples.length === 0 && Array.isArray(schema.examples)) examples = schema.examples;
  }
  if (summary === null && !deprecated && fallback === undefined && examples.length === 0) return null;
  return { summary, deprecated, default: fallback, examples };
}

function textOf(text: unknown): string | null {
  return typeof text === "string" && text.trim() !== "" ? text : null;
}

/** The schemas, then what they surely apply beside: `allOf` and `$ref`. */
function annotated(conjunction: Conjunction, reader: Reading): readonly Schema[] {
  const found = new Set<Schema>(conjunction);
  for (const schema of found) {
    if (typeof schema === "boolean" || found.size > 32) continue;
    const target = schema.$ref === undefined ? null : reader.resolve(schema.$ref);
    if (target !== null) found.add(target.schema);
    for (const part of schema.allOf ?? []) found.add(part);
  }
  return [...found];
}
