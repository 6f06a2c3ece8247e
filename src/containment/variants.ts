import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { isArray, isObject, setOwn } from "../schema/own-property.js";

const DEEPEST = 6;

/** The values given, then each with one of its parts taken away, doubled or replaced by another value. */
export function* variantsOf(values: readonly JsonValue[], others: readonly JsonValue[]): Generator<JsonValue> {
  yield* values;
  for (const value of values) yield* changesOf(value, others, 0);
}

function* changesOf(value: JsonValue, others: readonly JsonValue[], depth: number): Generator<JsonValue> {
  if (depth > DEEPEST) return;
  if (depth > 0) yield* others;
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield [...value.slice(0, index), ...value.slice(index + 1)];
      yield [...value, item];
      for (const changed of changesOf(item, others, depth + 1)) {
        yield [...value.slice(0, index), changed, ...value.slice(index + 1)];
      }
    }
    for (const other of others) yield [...value, other];
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      yield withMember(value, name, undefined);
      for (const changed of changesOf(member, others, depth + 1)) yield withMember(value, name, changed);
    }
    for (const other of others) yield withMember(value, "other", other);
  }
}

function withMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [own, member] of Object.entries(object)) if (own !== name) setOwn(copy, own, member);
  if (value !== undefined) setOwn(copy, name, value);
  return copy;
}
