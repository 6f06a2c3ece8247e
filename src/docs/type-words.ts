import { type Definitions, definitionOf, inPlaceSchemas } from "../model/in-place.js";
import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { boundWords, joinWords, type Phrase, phrase, sayPhrase } from "./phrase.js";

/** Longer enumerations and alternatives are cut. */
const MOST_LISTED = 12;
const MOST_FORMS = 4;
/** Schemas contain each other, and themselves. */
const MOST_DEPTH = 2;

const FORMATS: ReadonlyMap<string, Phrase> = new Map([
  ["email", phrase("e-mail address", "e-mail addresses")],
  ["idn-email", phrase("e-mail address", "e-mail addresses")],
  ["uri", phrase("URI")],
  ["uri-reference", phrase("URI reference")],
  ["iri", phrase("IRI")],
  ["uuid", phrase("UUID")],
  ["date-time", phrase("date and time as text", "dates and times as text")],
  ["date", phrase("date as text", "dates as text")],
  ["time", phrase("time of day as text", "times of day as text")],
  ["duration", phrase("duration as text", "durations as text")],
  ["hostname", phrase("host name")],
  ["ipv4", phrase("IPv4 address", "IPv4 addresses")],
  ["ipv6", phrase("IPv6 address", "IPv6 addresses")],
  ["regex", phrase("regular expression")],
]);

/** Claims whose values are times (RFC 7519 section 2, NumericDate). */
const TIMES: ReadonlySet<string> = new Set(["exp", "nbf", "iat", "auth_time", "updated_at"]);

/**
 * The type of a value as a person says it: `list of texts, at most 50 items`. It says what matters to a reader and leaves
 * out what only a validator needs; the schema is what counts.
 *
 * @param name - of the claim, where the value is a claim's
 */
export function typeWords(schema: Schema, definitions: Definitions, name?: string): string {
  if (name !== undefined && TIMES.has(name)) return "time, in seconds since 1970";
  return sayPhrase(describe(schema, definitions, 0));
}

function describe(schema: Schema, definitions: Definitions, depth: number): Phrase {
  if (schema === false) return phrase("no value", "nothing");
  if (schema === true || depth > MOST_DEPTH) return phrase("any value");
  const schemas = inPlaceSchemas(schema, definitions)
    .filter(({ role }) => role === "always")
    .map((found) => found.schema);
  const constant = schemas.find((one) => one.const !== undefined);
  if (constant?.const !== undefined) return phrase(`always ${literal(constant.const)}`, literal(constant.const));
  const listed = schemas.find((one) => one.enum !== undefined);
  if (listed?.enum !== undefined) return ofValues(listed.enum);
  const types = schemas.map((one) => one.type).find((type) => type !== undefined);
  if (types !== undefined && typeof types !== "string") {
    return alternatives(types.map((type) => ofType(type, schemas, definitions, depth)));
  }
  const forms = schemas.map((one) => one.anyOf ?? one.oneOf).find((branches) => branches !== undefined);
  if (forms !== undefined && (types === undefined || types === "object")) {
    return alternatives(forms.map((form) => describe(form, definitions, depth + 1)));
  }
  const type = types ?? impliedType(schemas);
  return type === null ? phrase("any value") : ofType(type, schemas, definitions, depth);
}

function impliedType(schemas: readonly SchemaObject[]): JsonTypeName | null {
  if (schemas.some((one) => one.properties !== undefined || one.required !== undefined)) return "object";
  if (schemas.some((one) => one.items !== undefined || one.prefixItems !== undefined)) return "array";
  if (schemas.some((one) => one.format !== undefined || one.pattern !== undefined)) return "string";
  return null;
}

function ofValues(values: readonly JsonValue[]): Phrase {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return phrase(`always ${literal(only)}`, literal(only));
  const shown = mostOf(values, MOST_LISTED).map(literal);
  const rest = values.length - shown.length;
  const words = rest === 0 ? joinWords(shown, "or") : `${shown.join(", ")} or one of ${rest} more`;
  return phrase(words, words);
}

/** Values and free text beside them: an enumeration that is meant to grow. */
function alternatives(forms: readonly Phrase[]): Phrase {
  const unlike = [...new Map(forms.map((form) => [sayPhrase(form), form])).values()];
  const [first, second] = unlike;
  if (first === undefined) return phrase("any value");
  if (second === undefined) return first;
  if (unlike.length === 2 && second.one === "text" && /^"/.test(first.one)) {
    const words = `${first.one.replace(/ or (?="[^"]*"$)/, ", ")} or another text`;
    return phrase(words, words, second.details);
  }
  const shown = mostOf(unlike, MOST_FORMS);
  const rest = unlike.length - shown.length;
  const more = rest === 0 ? [] : [`one of ${rest} more forms`];
  const one = joinWords([...shown.map((form) => sayOne(form)), ...more], "or");
  return phrase(one, joinWords([...shown.map(({ many }) => many), ...more], "or"));
}

function sayOne({ one, details }: Phrase): string {
  return details.length === 0 ? one : `${one} (${details.join(", ")})`;
}

function ofType(type: JsonTypeName, schemas: readonly SchemaObject[], definitions: Definitions, depth: number): Phrase {
  switch (type) {
    case "null":
      return phrase("null", "null");
    case "boolean":
      return phrase("true or false", "true or false");
    case "integer":
      return phrase("whole number", undefined, numberDetails(schemas));
    case "number":
      return phrase("number", undefined, numberDetails(schemas));
    case "string":
      return ofText(schemas);
    case "array":
      return ofList(schemas, definitions, depth);
    case "object":
      return ofObject(schemas, definitions, depth);
  }
}

function numberDetails(schemas: readonly SchemaObject[]): string[] {
  const above = pick(schemas, "exclusiveMinimum");
  const below = pick(schemas, "exclusiveMaximum");
  const step = pick(schemas, "multipleOf");
  return [
    ...boundWords(pick(schemas, "minimum"), pick(schemas, "maximum"), ""),
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(below === undefined ? [] : [`less than ${below}`]),
    ...(step === undefined ? [] : [`a multiple of ${step}`]),
  ];
}

function ofText(schemas: readonly SchemaObject[]): Phrase {
  const format = schemas.map((one) => one.format).find((one) => one !== undefined);
  const known = format === undefined ? undefined : FORMATS.get(format);
  const pattern = schemas.map((one) => one.pattern).find((one) => one !== undefined);
  const minimum = pick(schemas, "minLength");
  const maximum = pick(schemas, "maxLength");
  const isNotEmpty = minimum === 1 && maximum !== 1;
  const bounds = isNotEmpty
    ? [...boundWords(undefined, maximum, "character"), ...(known === undefined ? ["not empty"] : [])]
    : boundWords(minimum, maximum, "character");
  return phrase(known?.one ?? "text", known?.many, [...bounds, ...(pattern === undefined ? [] : ["of a fixed form"])]);
}

function ofList(schemas: readonly SchemaObject[], definitions: Definitions, depth: number): Phrase {
  const items = schemas.map((one) => one.items).find((one) => one !== undefined);
  const prefix = schemas.map((one) => one.prefixItems).find((one) => one !== undefined);
  const bounds = boundWords(pick(schemas, "minItems"), pick(schemas, "maxItems"), "item");
  const unique = schemas.some(({ uniqueItems }) => uniqueItems === true) ? ["no two alike"] : [];
  if (prefix !== undefined) {
    const parts = prefix.slice(0, MOST_FORMS).map((item) => sayOne(describe(item, definitions, depth + 1)));
    return phrase(`list of ${joinWords(parts, "and")}, in this order`, undefined, [...bounds, ...unique]);
  }
  if (items === undefined) return phrase("list", undefined, [...bounds, ...unique]);
  const item = describe(items, definitions, depth + 1);
  const each = item.details.length === 0 ? [] : [`each ${item.details.join(", ")}`];
  return phrase(`list of ${item.many}`, `lists of ${item.many}`, [...bounds, ...unique, ...each]);
}

function ofObject(schemas: readonly SchemaObject[], definitions: Definitions, depth: number): Phrase {
  const names = schemas.flatMap((one) => Object.keys(one.properties ?? {}));
  const rest = schemas.map((one) => one.additionalProperties).find((one) => one !== undefined);
  if (names.length > 0) {
    const shown = mostOf(names, MOST_FORMS);
    const more = names.length - shown.length;
    const words = joinWords([...shown, ...(more === 0 ? [] : [`${more} more`])], "and");
    return phrase(`object with ${words}`, `objects with ${words}`);
  }
  if (rest === undefined || typeof rest === "boolean") return phrase("object");
  return phrase(`object of ${describe(rest, definitions, depth + 1).many}`, undefined);
}

/** The first of a list; of one more all, since "one more" is not shorter than that one. */
function mostOf<Item>(items: readonly Item[], most: number): readonly Item[] {
  return items.length <= most + 1 ? items : items.slice(0, most);
}

type NumberKeyword =
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "multipleOf"
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems";

function pick(schemas: readonly SchemaObject[], keyword: NumberKeyword): number | undefined {
  return schemas.map((one) => one[keyword]).find((value) => value !== undefined);
}

function literal(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The patterns that a text has to match, or each text of a list: what {@link typeWords} calls a fixed form. */
export function patternsOf(schema: Schema, definitions: Definitions): readonly string[] {
  const items = itemsOf(schema, definitions);
  const schemas = [schema, ...(items === null ? [] : [items])].flatMap((one) => inPlaceSchemas(one, definitions));
  return [...new Set(schemas.flatMap(({ schema: { pattern } }) => pattern ?? []))];
}

/** The schema of a list's items, or the schema itself where it is no list. */
export function itemsOf(schema: Schema, definitions: Definitions): Schema | null {
  for (const { schema: one, role } of inPlaceSchemas(schema, definitions)) {
    if (role === "always" && one.items !== undefined) return resolved(one.items, definitions);
  }
  return null;
}

function resolved(schema: Schema, definitions: Definitions): Schema {
  if (typeof schema === "boolean" || schema.$ref === undefined || Object.keys(schema).length > 1) return schema;
  return definitionOf(schema.$ref, definitions);
}
