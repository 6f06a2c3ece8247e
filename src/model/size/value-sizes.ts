import { equalValues } from "../../schema/compile/equal-values.js";
import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../../schema/json-schema.js";
import { isArray, isObject } from "../../schema/own-property.js";
import type { Definitions } from "../in-place.js";
import { arraySize } from "./array-size.js";
import { jsonBytes } from "./json-bytes.js";
import { numberSize } from "./number-size.js";
import { objectSize } from "./object-size.js";
import { type SchemaCase, SchemaCases } from "./schema-cases.js";
import { ANY_VALUE, type SizeRange, sizeRange, uniteSizes } from "./size-range.js";
import { stringSize } from "./string-size.js";

/** Schemas that are looked at, each as often as cases hold it; of what is left nothing is said, which only widens the bounds. */
const MOST_VISITS = 200_000;
/** Schemas may nest deeper than values can, which end at 128. */
const DEEPEST = 128;

const TYPES = ["string", "number", "boolean", "array", "object", "null"] as const;
type ValueType = (typeof TYPES)[number];

/** Measures the JSON texts of the values that schemas accept. A schema that contains itself has no largest value. */
export class ValueSizes {
  readonly cases: SchemaCases;
  readonly #known = new Map<string, SizeRange | null>();
  readonly #ids = new Map<SchemaObject, number>();
  #depth = 0;
  #visits = 0;

  constructor(definitions: Definitions) {
    this.cases = new SchemaCases(definitions);
  }

  /** The sizes of the values that all of the schemas accept; null where there is none. */
  measure(schemas: readonly Schema[]): SizeRange | null {
    if (schemas.includes(false)) return null;
    const objects = schemas.filter((schema): schema is SchemaObject => typeof schema !== "boolean");
    const key = [...new Set(objects.map((schema) => this.#idOf(schema)))].sort((a, b) => a - b).join();
    if (key === "") return ANY_VALUE;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#visits >= MOST_VISITS || this.#depth >= DEEPEST) return ANY_VALUE;
    this.#known.set(key, ANY_VALUE); // What is met again inside of itself may be anything.
    this.#depth += 1;
    const size = this.#measureCases(objects);
    this.#depth -= 1;
    this.#known.set(key, size);
    return size;
  }

  #measureCases(schemas: readonly SchemaObject[]): SizeRange | null {
    const ranges = this.cases.of(schemas).flatMap((one) => this.#measureCase(one) ?? []);
    // Null is seldom what is typical.
    const isOnlyNull = ({ count, largest }: SizeRange): boolean => count === 1 && largest === 4;
    return uniteSizes([...ranges.filter((range) => !isOnlyNull(range)), ...ranges.filter(isOnlyNull)]);
  }

  #measureCase(one: SchemaCase): SizeRange | null {
    const { always } = one;
    this.#visits += always.length + one.perhaps.length;
    const values = listedValues(always);
    const ranges =
      values === null
        ? typesOf(always).flatMap((type) => this.#measureType(type, one) ?? [])
        : values.map((value) => exactSize(jsonBytes(value)));
    const whole = uniteSizes(ranges);
    if (whole === null) return null;
    const typical = values ?? always.flatMap(({ examples = [] }) => examples);
    return typical.length === 0 ? whole : sizeRange({ ...whole, typical: meanBytes(typical) });
  }

  #measureType(type: ValueType, one: SchemaCase): SizeRange | null {
    const { always } = one;
    switch (type) {
      case "null":
        return exactSize("null".length);
      case "boolean":
        return { smallest: "true".length, typical: "false".length, largest: "false".length, count: 2 };
      case "number":
        return numberSize(always, !typeNames(always).every((names) => names.includes("number")));
      case "string":
        return stringSize(always);
      case "array":
        return arraySize(one, this);
      case "object":
        return objectSize(one, this);
    }
  }

  #idOf(schema: SchemaObject): number {
    const id = this.#ids.get(schema) ?? this.#ids.size;
    this.#ids.set(schema, id);
    return id;
  }
}

function exactSize(bytes: number): SizeRange {
  return { smallest: bytes, typical: bytes, largest: bytes, count: 1 };
}

function meanBytes(values: readonly JsonValue[]): number {
  return values.reduce<number>((sum, value) => sum + jsonBytes(value), 0) / values.length;
}

/** The values that `enum` and `const` leave; null where neither is there. */
function listedValues(schemas: readonly SchemaObject[]): readonly JsonValue[] | null {
  const lists = schemas.flatMap(({ enum: values, const: only }) => [
    ...(values === undefined ? [] : [values]),
    ...(only === undefined ? [] : [[only]]),
  ]);
  const [first, ...others] = lists;
  if (first === undefined) return null;
  const types = typesOf(schemas);
  return first.filter(
    (value) => types.includes(typeOf(value)) && others.every((list) => list.some((one) => equalValues(one, value))),
  );
}

function typeOf(value: JsonValue): ValueType {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (isObject(value)) return "object";
  // What is left of JSON's values has the name of its type in JavaScript.
  return typeof value as "string" | "number" | "boolean";
}

/** The types that all the schemas allow, the most telling first: as `type` lists them, else by what the keywords speak of. */
function typesOf(schemas: readonly SchemaObject[]): readonly ValueType[] {
  const lists = typeNames(schemas).map((names) => names.map((name) => (name === "integer" ? "number" : name)));
  const [first, ...others] = lists;
  if (first === undefined) {
    const implied = impliedType(schemas);
    return [implied, ...TYPES.filter((type) => type !== implied)];
  }
  const allowed = first.filter((type) => others.every((list) => list.includes(type)));
  return [...new Set([...allowed.filter((type) => type !== "null"), ...allowed])];
}

function typeNames(schemas: readonly SchemaObject[]): readonly (readonly JsonTypeName[])[] {
  return schemas.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
}

function impliedType(schemas: readonly SchemaObject[]): ValueType {
  const has = (...keywords: readonly (keyof SchemaObject)[]): boolean =>
    schemas.some((schema) => keywords.some((keyword) => schema[keyword] !== undefined));
  if (has("properties", "required", "additionalProperties", "patternProperties", "propertyNames")) return "object";
  if (has("items", "prefixItems", "contains", "minItems", "maxItems")) return "array";
  return has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf") ? "number" : "string";
}
