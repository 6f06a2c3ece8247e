import type { SchemaObject } from "../schema/json-schema.js";
import { conjoin } from "./conjunction.js";
import { countEvaluatedItems } from "./evaluated.js";
import type { Reading } from "./reading.js";
import { ANYTHING, type ArraySet, type Shape } from "./shape.js";

const ANY_ARRAY: ArraySet = { prefix: [], rest: [], minimum: 0, maximum: Number.POSITIVE_INFINITY };

/** What the keywords of arrays leave of all values. `contains` and `uniqueItems` are beyond types. */
export function* readArrays(schema: SchemaObject, reader: Reading): Generator<Shape> {
  const { prefixItems, items, minItems, maxItems, unevaluatedItems } = schema;
  if (prefixItems !== undefined || items !== undefined || minItems !== undefined || maxItems !== undefined) {
    yield onlyArrays({
      prefix: (prefixItems ?? []).map((item) => conjoin([item])),
      rest: conjoin(items === undefined ? [] : [items]),
      minimum: Math.max(0, Math.ceil(minItems ?? 0)),
      maximum: Math.max(-1, Math.floor(maxItems ?? Number.POSITIVE_INFINITY)),
    });
  }
  if (unevaluatedItems !== undefined) {
    const evaluated = countEvaluatedItems(schema, reader);
    if (Number.isFinite(evaluated)) {
      const prefix = Array.from({ length: evaluated }, () => []);
      yield onlyArrays({ ...ANY_ARRAY, prefix, rest: conjoin([unevaluatedItems]) });
    }
  }
}

function onlyArrays(set: ArraySet): Shape {
  return { ...ANYTHING, arrays: [set] };
}
