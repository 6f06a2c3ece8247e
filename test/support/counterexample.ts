import { compileSchema } from "../../src/schema/compile.js";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";

/** Says whether the validator of `a` accepts a value and that of `b` refuses it. */
export function isCounterexample(a: Schema, b: Schema, value: JsonValue): boolean {
  return compileSchema(a)(value) && !compileSchema(b)(value);
}
