import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { intersectShapes, uniteShapes } from "./combine-shapes.js";
import { negate } from "./negate.js";
import { readOneOf } from "./one-of-shape.js";
import type { Reading } from "./reading.js";
import { ANYTHING, type Shape } from "./shape.js";

/** Dependencies beyond this many would make more alternatives than anyone reads; the others are left to the validator. */
const MOST_DEPENDENCIES = 3;

/** So many parts of an `allOf` are handed on one by one. Of more, each would be held against all members before it. */
const MOST_SINGLE_PARTS = 16;

/** What `allOf`, `anyOf`, `oneOf`, `not`, `if` and the dependencies leave of all values. */
export function* readApplicators(schema: SchemaObject, reader: Reading): Generator<Shape> {
  yield* readAllOf(schema.allOf ?? [], reader);
  if (schema.anyOf !== undefined) yield uniteShapes(schema.anyOf.map((branch) => reader.readSchema(branch)));
  if (schema.oneOf !== undefined) yield readOneOf(schema.oneOf, reader);
  if (schema.not !== undefined) yield negate(schema.not, reader);
  if (schema.if !== undefined) yield readCondition(schema.if, schema.then ?? true, schema.else ?? true, reader);
  for (const [name, dependent] of readDependencies(schema)) yield readDependency(name, dependent, reader);
}

function* readAllOf(parts: readonly Schema[], reader: Reading): Generator<Shape> {
  if (parts.length <= MOST_SINGLE_PARTS) for (const part of parts) yield reader.readSchema(part);
  else yield readHalves(parts, reader);
}

/** The parts in halves, and these in halves, so that a member is copied once for each level and not for each part. */
function readHalves(parts: readonly Schema[], reader: Reading): Shape {
  const [only, ...others] = parts;
  if (only === undefined) return ANYTHING;
  if (others.length === 0) return reader.readSchema(only);
  const middle = parts.length >> 1;
  const [left, right] = [parts.slice(0, middle), parts.slice(middle)].map((half) => readHalves(half, reader));
  return reader.settle(intersectShapes(left ?? ANYTHING, right ?? ANYTHING));
}

function readCondition(condition: Schema, then: Schema, otherwise: Schema, reader: Reading): Shape {
  return uniteShapes([
    reader.read([condition, then]),
    intersectShapes(negate(condition, reader), reader.readSchema(otherwise)),
  ]);
}

function readDependencies({
  dependentRequired,
  dependentSchemas,
}: SchemaObject): readonly (readonly [string, Schema])[] {
  const required = Object.entries(dependentRequired ?? {}).filter(([, names]) => names.length > 0);
  return [
    ...required.map(([name, names]) => [name, { required: names }] as const),
    ...Object.entries(dependentSchemas ?? {}),
  ].slice(0, MOST_DEPENDENCIES);
}

/** An object without the member, or one with it that meets the schema; values of other types are not concerned. */
function readDependency(name: string, dependent: Schema, reader: Reading): Shape {
  const absent = new Map([[name, { value: [false], required: false, silent: false }]]);
  const present = new Map([[name, { value: [], required: true, silent: false }]]);
  const having: Shape = { ...ANYTHING, objects: [{ members: present, rules: [], definition: null }] };
  return {
    ...ANYTHING,
    objects: uniteShapes([
      { ...ANYTHING, objects: [{ members: absent, rules: [], definition: null }] },
      intersectShapes(having, reader.readSchema(dependent)),
    ]).objects,
  };
}
