import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { unevaluatedByName } from "./evaluated-members.js";

/** More alternatives of what was evaluated than a claim set has any use for. */
const MOST_CASES = 64;

/** One way in which a value can pass a schema: what holds in it, and which members and items it evaluates. */
interface Case {
  readonly conditions: readonly Schema[];
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly everyMember: boolean;
  /** Items from the first on. */
  readonly items: number;
  /** Items that one of these accepts count as evaluated, wherever they stand. */
  readonly contained: readonly Schema[];
}

const NO_CONDITION: Case = {
  conditions: [],
  names: [],
  patterns: [],
  everyMember: false,
  items: 0,
  contained: [],
};

/**
 * The schema with `unevaluatedProperties` and `unevaluatedItems` said by `additionalProperties` and `items`: one alternative
 * for each way in which its applicators can evaluate members and items, or where there are too many ways, name by name. Null
 * where neither can be.
 *
 * JSON Schema 2020-12 core, section 11.
 */
export function rewriteUnevaluated(
  schema: SchemaObject,
  definition: (reference: string) => Schema,
): SchemaObject | null {
  const { unevaluatedProperties, unevaluatedItems, ...rest } = schema;
  const cases = casesOf(rest, definition);
  if (cases === null) {
    if (unevaluatedItems !== undefined || unevaluatedProperties === undefined) return null;
    const byName = unevaluatedByName(rest, unevaluatedProperties, definition);
    return byName === null ? null : { ...rest, allOf: [...(rest.allOf ?? []), byName] };
  }
  const anyOf = cases.map((each): SchemaObject => {
    const closed: Record<string, unknown> = { allOf: each.conditions };
    if (unevaluatedProperties !== undefined && !each.everyMember) {
      closed["properties"] = Object.fromEntries(each.names.map((name) => [name, true]));
      closed["patternProperties"] = Object.fromEntries(each.patterns.map((pattern) => [pattern, true]));
      closed["additionalProperties"] = unevaluatedProperties;
    }
    if (unevaluatedItems !== undefined && each.items !== Number.POSITIVE_INFINITY) {
      closed["prefixItems"] = Array.from({ length: each.items }, () => true);
      closed["items"] =
        each.contained.length === 0 ? unevaluatedItems : { anyOf: [...each.contained, unevaluatedItems] };
    }
    // Only keywords of SchemaObject were set, with values of its types.
    return closed as SchemaObject;
  });
  return { ...rest, allOf: [...(rest.allOf ?? []), { anyOf }] };
}

/** Every way to pass a schema, no two of which go together. */
function casesOf(schema: Schema, definition: (reference: string) => Schema): readonly Case[] | null {
  if (typeof schema === "boolean") return [NO_CONDITION];
  const own: Case = {
    ...NO_CONDITION,
    names: Object.keys(schema.properties ?? {}),
    patterns: Object.keys(schema.patternProperties ?? {}),
    everyMember: schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined,
    items:
      schema.items !== undefined || schema.unevaluatedItems !== undefined
        ? Number.POSITIVE_INFINITY
        : (schema.prefixItems?.length ?? 0),
    contained: schema.contains === undefined ? [] : [schema.contains],
  };
  let cases: readonly Case[] = [own];
  const both = (more: readonly Case[] | null): boolean => {
    if (more === null || cases.length * more.length > MOST_CASES) return false;
    cases = cases.flatMap((one) => more.map((other) => join(one, other)));
    return true;
  };
  for (const part of [...(schema.$ref === undefined ? [] : [definition(schema.$ref)]), ...(schema.allOf ?? [])]) {
    if (!both(casesOf(part, definition))) return null;
  }
  for (const part of schema.anyOf ?? []) {
    if (!both(eitherWay(part, [part], [{ not: part }], definition))) return null;
  }
  if (schema.oneOf !== undefined && !both(oneOfCases(schema.oneOf, definition))) return null;
  if (schema.if !== undefined) {
    const passed = within([schema.if], casesOf(schema.if, definition));
    const consequence = casesOf(schema.then ?? true, definition);
    const otherwise = within([{ not: schema.if }], casesOf(schema.else ?? true, definition));
    if (passed === null || consequence === null || otherwise === null) return null;
    const then = passed.flatMap((one) => consequence.map((other) => join(one, other)));
    if (!both([...then, ...otherwise])) return null;
  }
  for (const [name, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    const present: Schema = { type: "object", required: [name] };
    if (!both(eitherWay(dependent, [present], [{ not: present }], definition))) return null;
  }
  return cases;
}

/** The cases of a part that applies, and the one in which it does not. A part that evaluates nothing makes no difference. */
function eitherWay(
  part: Schema,
  applies: readonly Schema[],
  fails: readonly Schema[],
  definition: (reference: string) => Schema,
): readonly Case[] | null {
  const cases = casesOf(part, definition);
  if (cases === null) return null;
  if (cases.every(isEmpty)) return [NO_CONDITION];
  return [...(within(applies, cases) ?? []), { ...NO_CONDITION, conditions: fails }];
}

/** The cases of each part alone: exactly one of them passes. */
function oneOfCases(parts: readonly Schema[], definition: (reference: string) => Schema): readonly Case[] | null {
  const cases: Case[] = [];
  for (const part of parts) {
    const own = within([part], casesOf(part, definition));
    if (own === null) return null;
    cases.push(...own);
  }
  return cases.every(isEmpty) ? [NO_CONDITION] : cases;
}

function within(conditions: readonly Schema[], cases: readonly Case[] | null): readonly Case[] | null {
  return cases?.map((each) => ({ ...each, conditions: [...conditions, ...each.conditions] })) ?? null;
}

function join(one: Case, other: Case): Case {
  return {
    conditions: [...one.conditions, ...other.conditions],
    names: [...one.names, ...other.names],
    patterns: [...one.patterns, ...other.patterns],
    everyMember: one.everyMember || other.everyMember,
    items: Math.max(one.items, other.items),
    contained: [...one.contained, ...other.contained],
  };
}

function isEmpty(each: Case): boolean {
  return (
    each.names.length === 0 &&
    each.patterns.length === 0 &&
    !each.everyMember &&
    each.items === 0 &&
    each.contained.length === 0
  );
}
