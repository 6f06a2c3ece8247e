import type { JsonTypeName, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { intersectShapes, uniteShapes } from "./combine-shapes.js";
import { constrainingKeywords } from "./keywords.js";
import type { Reading } from "./reading.js";
import { ANYTHING, NOTHING, type Shape } from "./shape.js";
import { shapeOfTypes } from "./value-shapes.js";

const TYPES: readonly JsonTypeName[] = ["null", "boolean", "number", "string", "array", "object"];

/**
 * The values that a schema refuses, or more: a negation is followed only where each step is exact, and is
 * any value elsewhere.
 */
export function negate(schema: Schema, reader: Reading): Shape {
  if (typeof schema === "boolean") return schema ? NOTHING : ANYTHING;
  const keywords = constrainingKeywords(schema);
  if (keywords.length === 0) return NOTHING;
  // What fails several keywords together fails one of them at least.
  return uniteShapes(keywords.map((keyword) => negateKeyword(keyword, schema, reader)));
}

function negateKeyword(keyword: string, schema: SchemaObject, reader: Reading): Shape {
  switch (keyword) {
    case "type":
      return negateTypes(typeof schema.type === "string" ? [schema.type] : (schema.type ?? []));
    case "const":
      return schema.const === undefined ? ANYTHING : negateValues([schema.const]);
    case "enum":
      return negateValues(schema.enum ?? []);
    case "not":
      return schema.not === undefined ? ANYTHING : reader.readSchema(schema.not);
    case "anyOf":
      return (schema.anyOf ?? []).reduce(
        (shape: Shape, part) => intersectShapes(shape, negate(part, reader)),
        ANYTHING,
      );
    case "allOf":
      return uniteShapes((schema.allOf ?? []).map((part) => negate(part, reader)));
    case "required":
      return onlyObjects((schema.required ?? []).map((name) => [name, false, false]));
    case "properties":
      // An object with a member that fails its schema. Values that are no objects pass.
      return onlyObjects(Object.entries(schema.properties ?? {}).map(([name, value]) => [name, { not: value }, true]));
    default:
      return ANYTHING;
  }
}

/** Any one of the members, with a value that its schema allows. */
function onlyObjects(members: readonly (readonly [name: string, value: Schema, required: boolean])[]): Shape {
  const objects = members.map(([name, value, required]) => ({
    members: new Map([[name, { value: [value], required, silent: false }]]),
    rules: [],
    definition: null,
  }));
  return { ...NOTHING, objects };
}

/** `integer` leaves numbers behind, those with a fraction. */
function negateTypes(types: readonly JsonTypeName[]): Shape {
  return shapeOfTypes(TYPES.filter((type) => !types.includes(type)));
}

/** Null and the booleans are taken away; of numbers and strings only literals can be, when there are some. */
function negateValues(values: readonly JsonValue[]): Shape {
  const checks: readonly SchemaObject[] = [{ not: { enum: values } }];
  return {
    ...ANYTHING,
    null: !values.includes(null),
    booleans: ANYTHING.booleans.filter((value) => !values.includes(value)),
    numbers: { literals: null, checks },
    strings: { parts: null, known: [], checks },
  };
}
