import { closeSchema } from "../model/closed-view.js";
import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { canonicalJson } from "../text/canonical-json.js";
import { contractForm, isDemand, isSameForm } from "./contract-form.js";
import type { Includes } from "./direction-judge.js";

/** Bounds that grow downwards and upwards; the wider one of two holds the values of both. */
const BOUNDS: ReadonlyMap<string, (one: number, other: number) => number> = new Map([
  ["minimum", Math.min],
  ["maximum", Math.max],
  ["exclusiveMinimum", Math.min],
  ["exclusiveMaximum", Math.max],
  ["minLength", Math.min],
  ["maxLength", Math.max],
  ["minItems", Math.min],
  ["maxItems", Math.max],
  ["minProperties", Math.min],
  ["maxProperties", Math.max],
]);

/** How far two schemas are melted into one, before they are put side by side with `anyOf`. */
export type Melting = "members" | "values";

/**
 * A schema that holds the values of two others, as a person would write it: the wider one, a longer enum, a wider bound,
 * more types, and else `anyOf`. It describes itself as the newer one does. Neither of the two refers to anything.
 *
 * @param melting - `members`: objects are united member by member, which may hold more than both
 */
export function uniteSchemas(old: Schema, now: Schema, melting: Melting, includes: Includes): Schema {
  if (isSameForm(contractForm(old, {}), contractForm(now, {}))) return now;
  if (isWithin(old, now, includes)) return now;
  const [before, after] = [demandsOf(old), demandsOf(now)];
  const about = annotationsOf(now);
  if (isWithin(now, old, includes)) return typeof before === "boolean" ? before : { ...about, ...before };
  if (typeof before === "boolean" || typeof after === "boolean") return true;
  const melted =
    listedTogether(before, after) ??
    typedTogether(before, after) ??
    boundedTogether(before, after) ??
    (melting === "members" ? memberedTogether(before, after, includes) : null);
  return { ...about, ...(melted ?? { anyOf: [...alternativesOf(before), ...alternativesOf(after)] }) };
}

/** Whether the values of the one are values of the other, as producers and as consumers see both. */
function isWithin(one: Schema, other: Schema, includes: Includes): boolean {
  const [a, b] = [asObject(one), asObject(other)];
  return includes(a, b).verdict === "included" && includes(closeSchema(a), closeSchema(b)).verdict === "included";
}

function asObject(schema: Schema): SchemaObject {
  if (typeof schema === "object") return schema;
  return schema ? {} : { not: {} };
}

function demandsOf(schema: Schema): Schema {
  return typeof schema === "boolean" ? schema : filterKeywords(schema, isDemand);
}

function annotationsOf(schema: Schema): SchemaObject {
  return typeof schema === "boolean" ? {} : filterKeywords(schema, (keyword) => !isDemand(keyword));
}

function filterKeywords(schema: SchemaObject, isKept: (keyword: string) => boolean): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isKept(keyword)));
}

function alternativesOf(schema: SchemaObject): readonly Schema[] {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1 ? schema.anyOf : [schema];
}

/** One list of the values of two. */
function listedTogether(one: SchemaObject, other: SchemaObject): SchemaObject | null {
  const [values, others] = [listedValues(one), listedValues(other)];
  if (values === null || others === null) return null;
  const texts = new Map([...values, ...others].map((value) => [canonicalJson(value), value]));
  return { enum: [...texts.values()] };
}

/** The values of a schema that says nothing but them; a type beside them leaves out what it refuses. */
function listedValues(schema: SchemaObject): readonly JsonValue[] | null {
  const { type: _, enum: values, const: value, ...rest } = schema;
  if (Object.keys(rest).length > 0 || schema.type !== undefined) return null;
  if (values !== undefined && value !== undefined) return null;
  return values ?? (value === undefined ? null : [value]);
}

/** One list of types, where neither says more than its types. */
function typedTogether(one: SchemaObject, other: SchemaObject): SchemaObject | null {
  const isPlain = (schema: SchemaObject): boolean => schema.type !== undefined && Object.keys(schema).length === 1;
  if (!isPlain(one) || !isPlain(other)) return null;
  return { type: [...new Set([one.type ?? [], other.type ?? []].flat())] };
}

/** The wider one of each bound, where nothing else differs. */
function boundedTogether(one: SchemaObject, other: SchemaObject): SchemaObject | null {
  const isBound = (keyword: string): boolean => BOUNDS.has(keyword);
  const rest = (schema: SchemaObject): JsonValue =>
    contractForm(
      filterKeywords(schema, (name) => !isBound(name)),
      {},
    );
  if (!isSameForm(rest(one), rest(other))) return null;
  const united = Object.entries(other).flatMap(([keyword, value]): [string, unknown][] => {
    const wider = BOUNDS.get(keyword);
    if (wider === undefined) return [[keyword, value]];
    const before = one[keyword];
    return typeof before === "number" && typeof value === "number" ? [[keyword, wider(before, value)]] : [];
  });
  // Bounds that have nothing in common would leave a schema without any, which says too little.
  const isBounded = united.some(([keyword]) => isBound(keyword));
  return isBounded ? Object.fromEntries(united) : null;
}

/** Objects member by member: what only one declares is optional, and so is what only one demands. */
function memberedTogether(one: SchemaObject, other: SchemaObject, includes: Includes): SchemaObject | null {
  const { properties: old, required: neededOnce = [], ...restOfOne } = one;
  const { properties: now, required: needed = [], ...restOfOther } = other;
  if (
    old === undefined ||
    now === undefined ||
    !isSameForm(contractForm(restOfOne, {}), contractForm(restOfOther, {}))
  ) {
    return null;
  }
  const before = new Map(Object.entries(old));
  const united = Object.entries(now).map(([name, schema]): [string, Schema] => {
    const same = before.get(name);
    return [name, same === undefined ? schema : uniteSchemas(same, schema, "members", includes)];
  });
  const gone = Object.entries(old).filter(([name]) => !Object.hasOwn(now, name));
  const required = needed.filter((name) => neededOnce.includes(name));
  return {
    ...restOfOther,
    properties: Object.fromEntries([...united, ...gone]),
    ...(required.length === 0 ? {} : { required }),
  };
}
