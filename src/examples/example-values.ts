import { isLikely, tellingValues } from "../facts/usual-values.js";
import { type Definitions, inPlaceSchemas } from "../model/in-place.js";
import { equalValues } from "../schema/compile/equal-values.js";
import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { arrayValues } from "./array-values.js";
import { numberValues } from "./number-values.js";
import { objectValues } from "./object-values.js";
import { stringValues } from "./string-values.js";
import {
  DEEPEST,
  type SchemaParts,
  spend,
  type ValuePlace,
  type ValueSearch,
  type WorkBudget,
} from "./value-search.js";

/** So many values of one claim are offered. */
const MOST_VALUES = 12;

/** So many branches of a choice are gone into. */
const MOST_BRANCHES = 8;

/** Schemas that are read for one claim. */
const BUDGET = 3_000;

const EVERY_TYPE: readonly JsonTypeName[] = ["string", "integer", "number", "boolean", "object", "array", "null"];

/**
 * Values that a reader would expect of a claim, the most telling first: its examples, constant, listed values and default, then
 * values made from formats, names and limits. They are likely and not certain: who uses one asks the validators.
 */
export function exampleValues(name: string, schema: Schema, definitions: Definitions): readonly JsonValue[] {
  return [...findExampleValues(name, schema, definitions)];
}

/**
 * As {@link exampleValues}, each made when it is asked for: mostly the first will do.
 *
 * @param shared - work that may be done for this and other claims
 */
export function* findExampleValues(
  name: string,
  schema: Schema,
  definitions: Definitions,
  shared: WorkBudget = { left: Number.POSITIVE_INFINITY },
): Generator<JsonValue> {
  const search: ValueSearch = { definitions, own: { left: BUDGET }, shared };
  const found: JsonValue[] = [];
  for (const value of valuesOf(search, { name, depth: 0 }, schema)) {
    if (found.some((one) => equalValues(one, value))) continue;
    yield value;
    if (found.push(value) === MOST_VALUES) return;
  }
}

/** Values of a schema at a place, the most telling first. */
export function* valuesOf(search: ValueSearch, place: ValuePlace, schema: Schema): Generator<JsonValue> {
  if (!spend(search, 1) || schema === false || place.depth > DEEPEST) return;
  const parts = partsOf(schema === true ? {} : schema, search.definitions);
  yield* affordable(search, place, statedValues(parts.always));
  yield* affordable(search, place, statedValues(parts.sometimes));
  const branches = branchesOf(parts.always);
  for (const branch of branches) yield* valuesOf(search, place, branch);
  const types = typesOf(parts.always);
  if (types === null && branches.length > 0) return;
  for (const type of types ?? guessTypes(place.name, parts.always)) yield* typedValues(search, place, parts, type);
}

function* typedValues(
  search: ValueSearch,
  place: ValuePlace,
  parts: SchemaParts,
  type: JsonTypeName,
): Generator<JsonValue> {
  switch (type) {
    case "string":
      return yield* affordable(search, place, stringValues(place, parts.always));
    case "integer":
    case "number":
      return yield* numberValues(place.name, parts.always, type === "integer");
    case "boolean":
      return yield* isLikely(place.name) ? [true, false] : [false, true];
    case "null":
      return yield null;
    case "array":
      return yield* arrayValues(search, place, parts, valuesOf);
    case "object":
      return yield* objectValues(search, place, parts, valuesOf);
  }
}

/** Texts of so many characters are as much work as a schema that is read. */
const CHARACTERS = 100;

/** Values for a place within a claim's value, where there may be many of them, as long as the budget allows for what they hold. */
function* affordable(search: ValueSearch, { depth }: ValuePlace, values: Iterable<JsonValue>): Generator<JsonValue> {
  for (const value of values) {
    const size = depth === 0 ? 0 : typeof value === "string" ? value.length : sizeOf(value);
    if (size > CHARACTERS && !spend(search, size / CHARACTERS)) return;
    yield value;
  }
}

/** The characters of a list or an object; nothing for what is short in any case. */
function sizeOf(value: JsonValue): number {
  return typeof value === "object" && value !== null ? JSON.stringify(value).length : 0;
}

/** Keywords by which other schemas apply to the same value. */
const IN_PLACE = ["$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

function partsOf(schema: SchemaObject, definitions: Definitions): SchemaParts {
  // What most claims are.
  if (!IN_PLACE.some((keyword) => Object.hasOwn(schema, keyword))) return { always: [schema], sometimes: [] };
  const found = inPlaceSchemas(schema, definitions);
  const ofRole = (wanted: string) => found.filter(({ role }) => role === wanted).map(({ schema }) => schema);
  return { always: ofRole("always"), sometimes: ofRole("sometimes") };
}

/** What schemas state of their values: an annotation may be anything, whatever a metaschema says of it. */
function* statedValues(schemas: readonly SchemaObject[]): Generator<JsonValue> {
  for (const { examples } of schemas) if (isList(examples)) yield* examples;
  for (const { const: only } of schemas) if (only !== undefined) yield only;
  for (const { enum: listed } of schemas) yield* listed ?? [];
  for (const { default: usual } of schemas) if (usual !== undefined) yield usual;
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The schemas that choices leave: what always applies, with one branch of each choice. */
function branchesOf(always: readonly SchemaObject[]): readonly Schema[] {
  const choices = always.flatMap(({ anyOf, oneOf }) =>
    [anyOf ?? [], oneOf ?? []].filter((branches) => branches.length > 0),
  );
  if (choices.length === 0) return [];
  const most = Math.min(MOST_BRANCHES, Math.max(0, ...choices.map((branches) => branches.length)));
  const rest = always.map((schema): SchemaObject => {
    const {
      anyOf: _any,
      oneOf: _one,
      allOf: _all,
      $ref: _ref,
      examples: _examples,
      enum: _enum,
      default: _default,
      ...own
    } = schema;
    return own;
  });
  return Array.from({ length: most }, (_, at) => ({
    allOf: [...rest, ...choices.map((branches) => branches[Math.min(at, branches.length - 1)] ?? true)],
  }));
}

/** The types that schemas allow; null where they state none. */
function typesOf(schemas: readonly SchemaObject[]): readonly JsonTypeName[] | null {
  const [only, ...others] = schemas;
  if (others.length === 0 && typeof only?.type === "string") return [only.type];
  const stated = schemas.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  if (stated.length === 0) return null;
  return EVERY_TYPE.filter((type) =>
    stated.every((types) => types.includes(type) || (type === "integer" && types.includes("number"))),
  );
}

/** The types of a value of which none is stated, by what else is. */
function guessTypes(name: string, schemas: readonly SchemaObject[]): readonly JsonTypeName[] {
  const has = (...keywords: readonly string[]) =>
    schemas.some((schema) => keywords.some((keyword) => Object.hasOwn(schema, keyword)));
  if (has("properties", "required", "additionalProperties", "minProperties")) return ["object", ...EVERY_TYPE];
  if (has("items", "prefixItems", "contains", "minItems")) return ["array", ...EVERY_TYPE];
  if (has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
    return ["integer", ...EVERY_TYPE];
  const [usual] = tellingValues(name);
  if (typeof usual === "number") return ["integer", ...EVERY_TYPE];
  return typeof usual === "boolean" ? ["boolean", ...EVERY_TYPE] : EVERY_TYPE;
}
