import type { Definitions } from "../model/in-place.js";
import { definitionName } from "../schema/definition-reference.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";

/** Keywords that say which values are meant, with values of their own. A generator may give others a meaning that no author meant. */
const PLAIN = new Set([
  ...["$ref", "type", "enum", "const", "examples", "required", "dependentRequired", "uniqueItems"],
  ...["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "minContains", "maxContains"],
  ...["minProperties", "maxProperties"],
]);

const OF_SCHEMA = new Set([
  ...["items", "contains", "unevaluatedItems", "additionalProperties", "propertyNames", "unevaluatedProperties"],
  ...["not", "if", "then", "else"],
]);
const OF_SCHEMAS = new Set(["prefixItems", "allOf", "anyOf", "oneOf"]);
const OF_MEMBERS = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** Upper limits, and how much higher than its lower limit each is let be: a generator takes any number up to them. */
const UPPER_LIMITS: ReadonlyMap<string, readonly [lower: string, more: number]> = new Map([
  ["maxLength", ["minLength", 200]],
  ["maxItems", ["minItems", 10]],
  ["maxContains", ["minContains", 3]],
  ["maxProperties", ["minProperties", 20]],
]);

/**
 * A copy of a schema for a generator to draw from, with the definitions that it refers to: nothing but what says which values are
 * meant, and upper limits no further up than they need to be.
 *
 * @param onRead - is called each time that something is read of the copy, and may throw where that has been often enough
 */
export function drawableSchema(schema: SchemaObject, definitions: Definitions, onRead: () => void): SchemaObject {
  const used = new Map<string, Schema>();
  const pending: string[] = [];
  const metered = <Value extends object>(value: Value): Value =>
    new Proxy(value, {
      get: (target, name) => {
        onRead();
        return Reflect.get(target, name);
      },
    });
  const copy = (schema: Schema): Schema => (typeof schema === "boolean" ? schema : metered(copyObject(schema)));
  const copyObject = (schema: SchemaObject): Record<string, unknown> => {
    const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      if (value === undefined) return [];
      if (PLAIN.has(keyword)) return [[keyword, lowered(schema, keyword, value)]];
      if (OF_SCHEMA.has(keyword)) return [[keyword, copy(value as Schema)]];
      if (OF_SCHEMAS.has(keyword)) return [[keyword, (value as readonly Schema[]).map(copy)]];
      return OF_MEMBERS.has(keyword) ? [[keyword, copyMembers(value as Definitions)]] : [];
    });
    const name = schema.$ref === undefined ? null : definitionName(schema.$ref);
    if (name !== null && Object.hasOwn(definitions, name)) pending.push(name);
    return Object.fromEntries(entries);
  };
  const copyMembers = (members: Definitions) =>
    Object.fromEntries(Object.entries(members).map(([name, member]) => [name, copy(member)]));

  const root = copyObject(schema);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const definition = definitions[name];
    if (!used.has(name) && definition !== undefined) used.set(name, true).set(name, copy(definition));
  }
  return metered({ ...root, $defs: Object.fromEntries(used) });
}

function lowered(schema: SchemaObject, keyword: string, value: unknown): unknown {
  const limit = UPPER_LIMITS.get(keyword);
  if (limit === undefined || typeof value !== "number") return value;
  const [lower, more] = limit;
  const least = schema[lower];
  return Math.min(value, (typeof least === "number" ? least : 0) + more);
}
