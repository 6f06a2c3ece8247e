import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { matches } from "./accepts.js";

/** More places that evaluate members than a claim set has. */
const MOST_SOURCES = 1_000;

/** A place that evaluates members, where all of the conditions hold. */
interface Source {
  readonly conditions: readonly Schema[];
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly everyMember: boolean;
}

/**
 * What `unevaluatedProperties` of a schema says, name by name: each member that is evaluated under some conditions only either
 * meets one of them or what is said of the unevaluated. It grows with the schema, where a list of all ways to pass it grows
 * exponentially. Null where members are evaluated by pattern under conditions, which no list of names can say.
 *
 * JSON Schema 2020-12 core, section 11.3.
 */
export function unevaluatedByName(
  schema: SchemaObject,
  unevaluated: Schema,
  definition: (reference: string) => Schema,
): Schema | null {
  const sources: Source[] = [];
  if (!collectSources(schema, [], definition, sources)) return null;
  const certain = sources.filter(({ conditions }) => conditions.length === 0);
  const possible = sources.filter(({ conditions }) => conditions.length > 0);
  if (certain.some(({ everyMember }) => everyMember)) return true;
  if (possible.some(({ patterns }) => patterns.length > 0)) return null;
  const names = new Set(certain.flatMap((source) => source.names));
  const patterns = [...new Set(certain.flatMap((source) => source.patterns))];
  const conditionsOf = new Map<string, Schema[]>();
  for (const { conditions, names: own } of possible) {
    for (const name of own) {
      if (names.has(name) || patterns.some((pattern) => matches(pattern, name))) continue;
      const known = conditionsOf.get(name);
      if (known === undefined) conditionsOf.set(name, [{ allOf: conditions }]);
      else known.push({ allOf: conditions });
    }
  }
  const mentioned = [...names, ...conditionsOf.keys()];
  const others: SchemaObject = {
    properties: Object.fromEntries(mentioned.map((name) => [name, true])),
    patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, true])),
    additionalProperties: unevaluated,
  };
  const each = [...conditionsOf].map(
    ([name, conditions]): Schema => ({
      anyOf: [...conditions, { properties: Object.fromEntries([[name, unevaluated]]) }],
    }),
  );
  const all = possible
    .filter(({ everyMember }) => everyMember)
    .map(({ conditions }): Schema => ({ allOf: conditions }));
  return { anyOf: [...all, { allOf: [others, ...each] }] };
}

/** Adds what evaluates members in a schema and in all that applies in its place; false where that is too much. */
function collectSources(
  schema: Schema,
  conditions: readonly Schema[],
  definition: (reference: string) => Schema,
  into: Source[],
): boolean {
  if (typeof schema === "boolean") return true;
  if (into.length > MOST_SOURCES) return false;
  into.push({
    conditions,
    names: Object.keys(schema.properties ?? {}),
    patterns: Object.keys(schema.patternProperties ?? {}),
    everyMember: schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined,
  });
  const collect = (part: Schema, ...more: readonly Schema[]) =>
    collectSources(part, [...conditions, ...more], definition, into);
  const always = [...(schema.$ref === undefined ? [] : [definition(schema.$ref)]), ...(schema.allOf ?? [])];
  const chosen = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const dependent = Object.entries(schema.dependentSchemas ?? {});
  return (
    always.every((part) => collect(part)) &&
    chosen.every((part) => collect(part, part)) &&
    dependent.every(([name, part]) => collect(part, { type: "object", required: [name] })) &&
    (schema.if === undefined ||
      (collect(schema.if, schema.if) &&
        collect(schema.then ?? true, schema.if) &&
        collect(schema.else ?? true, { not: schema.if })))
  );
}
