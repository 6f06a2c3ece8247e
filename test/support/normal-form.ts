import { SchemaError } from "../../src/errors.js";
import { bundleSchema } from "../../src/schema/bundle/bundle.js";
import type { Schema, SchemaObject } from "../../src/schema/json-schema.js";
import { memoryReader } from "./project.js";

/** The schema as its bundle has it, in draft-07 where it only is one; `true` and `false` as objects that mean the same. */
export function normalForm(schema: unknown): SchemaObject {
  const bundled = bundle(schema);
  if (typeof bundled === "boolean") return bundled ? {} : { not: {} };
  return bundled;
}

function bundle(schema: unknown): Schema {
  try {
    return bundleSchema({ file: "schema.json", pointer: "" }, memoryReader({ "schema.json": schema })).schema;
  } catch (error) {
    const isObject = typeof schema === "object" && schema !== null;
    if (!(error instanceof SchemaError) || !isObject || Object.hasOwn(schema, "$schema")) throw error;
    // Those with an array of `items` and the like were written for draft-07 without saying so.
    return bundle({ $schema: "http://json-schema.org/draft-07/schema#", ...schema });
  }
}
