import { fullFormats } from "ajv-formats/dist/formats.js";
import { EVALUATED_KEYWORD } from "../evaluated-keyword.js";
import type { Schema, SchemaObject } from "../json-schema.js";
import { mapSubschemas } from "../map-subschemas.js";
import { isObject, setOwn } from "../own-property.js";

type Draft = Record<string, unknown>;

const PLAIN: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "minContains",
  "maxContains",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxProperties",
  "minProperties",
  "required",
  "const",
]);
const SCHEMA: ReadonlySet<string> = new Set([
  "items",
  "contains",
  "unevaluatedItems",
  "additionalProperties",
  "propertyNames",
  "unevaluatedProperties",
  "not",
  "if",
  "then",
  "else",
]);
const LIST: ReadonlySet<string> = new Set(["prefixItems", "allOf", "anyOf", "oneOf"]);
const MAP: ReadonlySet<string> = new Set(["properties", "dependentSchemas", "$defs"]);

/** Keywords that evaluate by cases. */
const CHOICES = ["anyOf", "oneOf", "if", "dependentSchemas"] as const;

/** Says whether the validators check a format; any other is an annotation. */
export function isKnownFormat(format: string): boolean {
  return Object.hasOwn(fullFormats, format);
}

/**
 * A schema as ajv has to be given it, equal in meaning: without annotations, some of which ajv would take for keywords
 * (`nullable`, `id`, `discriminator`), and with what ajv reads wrongly said in another way.
 */
export function prepareSchema(schema: Schema): Schema {
  return prepare(schema, mentionsUnevaluated(schema));
}

/** @param notes - whether it matters somewhere in the schema which properties and items were evaluated */
function prepare(schema: Schema, notes: boolean): Schema {
  if (typeof schema === "boolean") return schema;
  const draft: Draft = {};
  if (notes && CHOICES.some((keyword) => schema[keyword] !== undefined)) draft[EVALUATED_KEYWORD] = true;
  for (const [name, value] of Object.entries(schema)) {
    if (PLAIN.has(name)) draft[name] = value;
    // The casts below hold by the type of SchemaObject, whose index signature hides its members here.
    else if (SCHEMA.has(name)) draft[name] = prepare(value as Schema, notes);
    else if (LIST.has(name)) draft[name] = (value as readonly Schema[]).map((one) => prepare(one, notes));
    else if (MAP.has(name)) draft[name] = prepareMap(value as Readonly<Record<string, Schema>>, notes);
    else if (name === "patternProperties") {
      draft[name] = prepareMap(value as Readonly<Record<string, Schema>>, notes, escapeSurrogates);
    } else if (name === "format" && isKnownFormat(String(value))) draft[name] = value;
    else if (name === "enum") prepareEnum(draft, value as readonly unknown[]);
  }
  if (schema.dependentRequired !== undefined) draft["dependentRequired"] = schema.dependentRequired;
  moveHiddenNames(draft);
  demandContained(draft);
  if (!IN_PLACE.some((name) => Object.hasOwn(draft, name))) {
    simplifyUnevaluatedProperties(draft);
    simplifyUnevaluatedItems(draft);
  }
  // Only keywords of SchemaObject were set, with values that were of its types.
  return draft as SchemaObject;
}

function prepareMap(
  map: Readonly<Record<string, Schema>>,
  notes: boolean,
  rename = (name: string): string => name,
): Draft {
  const prepared: Draft = {};
  for (const [name, schema] of Object.entries(map)) setOwn(prepared, rename(name), prepare(schema, notes));
  return prepared;
}

/** For an empty array ajv takes the verdict of `contains` on the array before it. Who demands an item demands that there is one. */
function demandContained(draft: Draft): void {
  const { contains, minContains = 1, minItems = 0 } = draft;
  if (contains === undefined || typeof minContains !== "number" || typeof minItems !== "number") return;
  if (minContains > minItems) draft["minItems"] = Math.ceil(minContains);
}

/** ajv refuses an empty `enum`, which no value meets. */
function prepareEnum(draft: Draft, values: readonly unknown[]): void {
  if (values.length > 0) draft["enum"] = values;
  else addCondition(draft, false);
}

const IN_PLACE = ["$ref", "allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas"];

/**
 * Where no other schema applies beside it, `unevaluatedProperties` is `additionalProperties`, which ajv looks up by name where
 * it compares with each name for the other.
 */
function simplifyUnevaluatedProperties(draft: Draft): void {
  if (!Object.hasOwn(draft, "unevaluatedProperties")) return;
  if (!Object.hasOwn(draft, "additionalProperties")) draft["additionalProperties"] = draft["unevaluatedProperties"];
  delete draft["unevaluatedProperties"];
}

/** So is `unevaluatedItems` then `items`, but for what `contains` matches: ajv takes that to evaluate every item. */
function simplifyUnevaluatedItems(draft: Draft): void {
  if (!Object.hasOwn(draft, "unevaluatedItems")) return;
  const { contains, unevaluatedItems } = draft;
  if (!Object.hasOwn(draft, "items")) {
    draft["items"] = contains === undefined ? unevaluatedItems : { anyOf: [contains, unevaluatedItems] };
  }
  delete draft["unevaluatedItems"];
}

/**
 * ajv passes over a member `__proto__` of `properties` and of the dependencies, and cannot make a path of a name that is no
 * well-formed text.
 */
function moveHiddenNames(draft: Draft): void {
  const properties = takeHidden(draft, "properties");
  if (properties.length > 0) {
    const patterns = isObject(draft["patternProperties"]) ? draft["patternProperties"] : {};
    const exact = properties.map(([name, schema]) => [`^${escapePattern(name)}$`, schema] as const);
    draft["patternProperties"] = { ...patterns, ...Object.fromEntries(exact) };
  }
  for (const keyword of ["dependentSchemas", "dependentRequired"]) {
    for (const [name, dependency] of takeHidden(draft, keyword)) {
      const consequence = keyword === "dependentRequired" ? { required: dependency } : dependency;
      const condition: Draft = { if: { type: "object", required: [name] } };
      setOwn(condition, "then", consequence);
      addCondition(draft, condition);
    }
  }
}

function takeHidden(draft: Draft, keyword: string): readonly (readonly [name: string, value: unknown])[] {
  const map = draft[keyword];
  if (!isObject(map)) return [];
  const entries = Object.entries(map);
  const hidden = entries.filter(([name]) => isHidden(name));
  if (hidden.length > 0) draft[keyword] = Object.fromEntries(entries.filter(([name]) => !isHidden(name)));
  return hidden;
}

function isHidden(name: string): boolean {
  return name === "__proto__" || /\p{Surrogate}/u.test(name);
}

/** A pattern that only the name matches. */
function escapePattern(name: string): string {
  return escapeSurrogates(name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
}

function escapeSurrogates(pattern: string): string {
  return pattern.replace(/\p{Surrogate}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}

function addCondition(draft: Draft, condition: unknown): void {
  const present = draft["allOf"];
  draft["allOf"] = [...(Array.isArray(present) ? present : []), condition];
}

function mentionsUnevaluated(schema: Schema): boolean {
  if (typeof schema === "boolean") return false;
  if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined) return true;
  let found = false;
  mapSubschemas(schema, (subschema) => {
    found ||= mentionsUnevaluated(subschema);
    return subschema;
  });
  return found;
}
