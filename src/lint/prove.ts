import { type Containment, includes } from "../containment/includes.js";
import { ClaimsmithError } from "../errors.js";
import { compileSchema, type SchemaValidator } from "../schema/compile/compile.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** Work that one comparison may take: claims are small, and what is not decided by then is not reported. */
const STEPS = 20_000;

/**
 * Whether every value of `a` is a value of `b`; unknown also where no validator can be made, which generating says and
 * lint need not repeat.
 */
export function compareSchemas(a: SchemaObject, b: SchemaObject): Containment["verdict"] {
  return unlessRefused(() => includes(a, b, { steps: STEPS }).verdict) ?? "unknown";
}

/** The validator of a schema; null where none can be made, which generating says and lint need not repeat. */
export function tryCompile(schema: Schema): SchemaValidator | null {
  return unlessRefused(() => compileSchema(schema));
}

function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimsmithError) return null;
    throw error;
  }
}
