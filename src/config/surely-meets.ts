import type { JsonObject, JsonValue } from "../schema/json-schema.js";

/** Keywords that accept every value. */
const ANNOTATIONS: ReadonlySet<string> = new Set(["$schema", "title", "description", "default", "examples"]);

/**
 * Whether a value certainly meets a JSON Schema; false also where this cannot be told here. It knows the plain keywords,
 * and nothing has to be compiled: an answer for the many configs that are right, in front of the validator that finds the
 * words for the others.
 *
 * @param value - as `JSON.parse` gives it
 */
export function surelyMeets(value: JsonValue, schema: JsonValue | undefined): boolean {
  if (schema === true) return true;
  if (!isObject(schema)) return false;
  return Object.entries(schema).every(([keyword, demand]) => {
    if (ANNOTATIONS.has(keyword)) return true;
    if (keyword === "type") return [demand].flat().includes(typeOf(value));
    if (keyword === "enum") return Array.isArray(demand) && isPrimitive(value) && demand.includes(value);
    if (typeof value === "string") return stringMeets(value, keyword, demand);
    if (typeof value === "number") return numberMeets(value, keyword, demand);
    if (Array.isArray(value)) return arrayMeets(value, keyword, demand);
    if (typeof value === "object" && value !== null)
      return objectMeets(new Map(Object.entries(value)), schema, keyword);
    return false;
  });
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Null for a fraction: no schema of ours asks for "number". */
function typeOf(value: JsonValue): string | null {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : null;
  return typeof value;
}

function isPrimitive(value: JsonValue): boolean {
  return typeof value !== "object" || value === null;
}

function stringMeets(value: string, keyword: string, demand: JsonValue | undefined): boolean {
  switch (keyword) {
    case "minLength":
      return typeof demand === "number" && [...value].length >= demand;
    case "maxLength":
      return typeof demand === "number" && [...value].length <= demand;
    case "pattern":
      return typeof demand === "string" && new RegExp(demand, "u").test(value);
    default:
      return ARRAY_KEYWORDS.has(keyword);
  }
}

/** They say nothing of a string, where a list may stand in its place. */
const ARRAY_KEYWORDS: ReadonlySet<string> = new Set(["items", "minItems", "uniqueItems"]);
const STRING_KEYWORDS: ReadonlySet<string> = new Set(["minLength", "maxLength", "pattern"]);

function numberMeets(value: number, keyword: string, demand: JsonValue | undefined): boolean {
  if (keyword === "minimum") return typeof demand === "number" && value >= demand;
  return keyword === "maximum" && typeof demand === "number" && value <= demand;
}

function arrayMeets(value: readonly JsonValue[], keyword: string, demand: JsonValue | undefined): boolean {
  switch (keyword) {
    case "items":
      return value.every((item) => surelyMeets(item, demand));
    case "minItems":
      return typeof demand === "number" && value.length >= demand;
    case "uniqueItems":
      return demand === true && value.every(isPrimitive) && new Set(value).size === value.length;
    default:
      return STRING_KEYWORDS.has(keyword);
  }
}

function objectMeets(members: ReadonlyMap<string, JsonValue>, schema: JsonObject, keyword: string): boolean {
  const demand = schema[keyword];
  switch (keyword) {
    case "properties":
      return [...members].every(([name, member]) => {
        const declared = declaration(demand, name);
        return declared === undefined || surelyMeets(member, declared);
      });
    case "additionalProperties":
      return [...members].every(
        ([name, member]) => declaration(schema["properties"], name) !== undefined || surelyMeets(member, demand),
      );
    case "required":
      return Array.isArray(demand) && demand.every((name) => typeof name === "string" && members.has(name));
    case "minProperties":
      return typeof demand === "number" && members.size >= demand;
    case "propertyNames":
      return [...members.keys()].every((name) => surelyMeets(name, demand));
    default:
      return false;
  }
}

function declaration(properties: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
