import { type Definitions, type InPlaceSchema, inPlaceSchemas } from "../model/in-place.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/**
 * How many values within values a value of a schema may have to hold: items as often as lists have to have them, one list within
 * another. It is too many rather than too few, since what several schemas say of one value is put together.
 */
export function demandedValues(schema: Schema, definitions: Definitions): number {
  const known = new Map<SchemaObject, number>();
  const count = (schema: Schema | undefined): number => {
    if (typeof schema !== "object") return 1;
    const before = known.get(schema);
    if (before !== undefined) return before;
    // A schema within itself counts once: what refers to itself is let end.
    known.set(schema, 1);
    const found = countWithin(applyingSchemas(schema, definitions), count);
    known.set(schema, found);
    return found;
  };
  return count(schema);
}

function countWithin(group: readonly InPlaceSchema[], count: (schema: Schema | undefined) => number): number {
  const most = (least: (schema: SchemaObject) => number, greatest: (schema: SchemaObject) => number) =>
    // What is refused with few items asks for more.
    Math.max(
      1,
      ...group.map(({ schema, role }) =>
        role === "always" ? least(schema) : Math.max(least(schema), greatest(schema)),
      ),
    );
  const items = most(
    ({ minItems = 0, minContains = 0 }) => Math.max(minItems, minContains),
    ({ maxItems = 0, maxContains = 0 }) => Math.max(maxItems, maxContains) + 1,
  );
  const members = most(
    ({ minProperties = 0 }) => minProperties,
    ({ maxProperties = 0 }) => maxProperties + 1,
  );
  let sum = items + members;
  for (const { schema } of group) {
    for (const member of Object.values(schema.properties ?? {})) sum += count(member);
    for (const item of schema.prefixItems ?? []) sum += count(item);
    for (const item of [schema.items, schema.contains, schema.unevaluatedItems]) {
      if (item !== undefined) sum += items * count(item);
    }
    const others = [schema.additionalProperties, schema.unevaluatedProperties];
    for (const member of [...Object.values(schema.patternProperties ?? {}), ...others]) {
      if (member !== undefined) sum += members * count(member);
    }
  }
  return sum;
}

/** The schemas that apply to the same value, also those that refuse it. */
function applyingSchemas(schema: SchemaObject, definitions: Definitions): readonly InPlaceSchema[] {
  const found = new Map<SchemaObject, InPlaceSchema>();
  const pending: [Schema, isRefused: boolean][] = [[schema, false]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [current, isRefused] = next;
    for (const part of inPlaceSchemas(current, definitions)) {
      const known = found.get(part.schema);
      if (known !== undefined && (known.role === "sometimes" || (part.role === "always" && !isRefused))) continue;
      found.set(part.schema, isRefused ? { schema: part.schema, role: "sometimes" } : part);
      if (part.schema.not !== undefined) pending.push([part.schema.not, true]);
    }
  }
  return [...found.values()];
}
