import type { Schema, SchemaObject } from "../json-schema.js";
import type { ConditionWriter } from "./condition-writer.js";
import { isPlain, isPresent } from "./predicate-members.js";
import { conjunction, negation, type Place } from "./predicate-place.js";

/** Members that a part of a schema evaluates, and the condition under which it does (2020-12 core section 11). */
export interface EvaluatedMembers {
  readonly guard: string;
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly all: boolean;
}

/** Items that a part of a schema evaluates, and the condition under which it does. */
export interface EvaluatedItems {
  readonly guard: string;
  readonly count: number | "all";
  /** Whether items that `contains` matches are evaluated too. */
  readonly contains: boolean;
}

/** What the parts of a schema evaluate, but for its own `unevaluatedProperties`. */
export function evaluatedMembers(writer: ConditionWriter, schema: SchemaObject, place: Place): EvaluatedMembers[] {
  return partsInPlace(writer, schema, place).map(({ part, guard }) => ({
    guard,
    names: Object.keys(part.properties ?? {}),
    patterns: Object.keys(part.patternProperties ?? {}),
    all: part.additionalProperties !== undefined || (part !== schema && part.unevaluatedProperties !== undefined),
  }));
}

/** What the parts of a schema evaluate, but for its own `unevaluatedItems`. */
export function evaluatedItems(writer: ConditionWriter, schema: SchemaObject, place: Place): EvaluatedItems[] {
  return partsInPlace(writer, schema, place).map(({ part, guard }) => {
    const all = part.items !== undefined || (part !== schema && part.unevaluatedItems !== undefined);
    const count = all ? "all" : (part.prefixItems?.length ?? 0);
    return { guard, count, contains: part.contains !== undefined };
  });
}

interface Part {
  readonly part: SchemaObject;
  readonly guard: string;
}

/** A schema and those that apply to the same value, each with what has to hold for that. */
function partsInPlace(writer: ConditionWriter, schema: SchemaObject, place: Place): Part[] {
  const parts: Part[] = [];
  const seen = new Set<Schema>();
  const visit = (part: Schema | undefined, guards: readonly string[]): void => {
    // What is met again adds nothing under the same condition, and under another is only one more way.
    if (part === undefined || typeof part === "boolean" || seen.has(part)) return;
    seen.add(part);
    parts.push({ part, guard: conjunction(guards) });
    if (part.$ref !== undefined) visit(writer.definition(part.$ref), guards);
    for (const one of part.allOf ?? []) visit(one, guards);
    for (const one of [...(part.anyOf ?? []), ...(part.oneOf ?? [])]) visit(one, [...guards, writer.call(one, place)]);
    for (const [name, one] of Object.entries(part.dependentSchemas ?? {})) {
      visit(one, [...guards, isPlain(writer, place), isPresent(writer, name, place)]);
    }
    if (part.if !== undefined) {
      const condition = writer.call(part.if, { ...place, isExact: true });
      visit(part.if, [...guards, condition]);
      visit(part.then, [...guards, condition]);
      visit(part.else, [...guards, negation(condition)]);
    }
  };
  visit(schema, []);
  return parts;
}
