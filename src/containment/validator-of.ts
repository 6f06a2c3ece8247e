import { compileSchema, type SchemaValidator } from "../schema/compile/compile.js";
import type { Schema } from "../schema/json-schema.js";

/** By the schema itself, so that it is forgotten along with it. */
const made = new WeakMap<object, SchemaValidator>();

/**
 * The validator of a schema, which is made once: a comparison asks for those of its two sides again and again. Its `errors` are
 * those of the last call, by whomever.
 *
 * @throws {SchemaError} `too_complex`, `unsupported_keyword`, where none can be made
 */
export function validatorOf(schema: Schema): SchemaValidator {
  if (typeof schema === "boolean") return () => schema;
  const known = made.get(schema);
  if (known !== undefined) return known;
  const validator = compileSchema(schema);
  made.set(schema, validator);
  return validator;
}
