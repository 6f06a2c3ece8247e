import { compileSchema } from "../../src/schema/compile/compile.js";
import type { JsonValue, Schema } from "../../src/schema/json-schema.js";

/** Says whether the validator of `a` accepts a value and that of `b` refuses it. */
export function isCounterexample(a: Schema, b: Schema, value: JsonValue): boolean {
  return judgeOf(a)(value) === true && judgeOf(b)(value) === false;
}

/**
 * What the validator of a schema says of values. Null where it says nothing: ajv's code throws on objects where a schema that
 * applies in place evaluates members on some ways only and `patternProperties` stands beside it.
 */
export function judgeOf(schema: Schema): (value: JsonValue) => boolean | null {
  const validate = compileSchema(schema);
  return (value) => {
    try {
      return validate(value);
    } catch {
      return null;
    }
  };
}
