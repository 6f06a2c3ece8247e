import { isMultiple } from "../containment/accepts.js";
import { isMillisecondsName } from "../facts/time-names.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { EXAMPLE_NOW, isNamedAsTime } from "./example-time.js";
import { highest, lowest } from "./value-search.js";

/** Numbers that schemas allow: a time where the name is one's, else the smallest plain ones. */
export function* numberValues(name: string, schemas: readonly SchemaObject[], isInteger: boolean): Generator<number> {
  const low = highest(
    schemas.flatMap(({ minimum, exclusiveMinimum }) => [minimum, exclusiveMinimum]),
    Number.NEGATIVE_INFINITY,
  );
  const high = lowest(
    schemas.flatMap(({ maximum, exclusiveMaximum }) => [maximum, exclusiveMaximum]),
    Number.POSITIVE_INFINITY,
  );
  const step = highest(
    schemas.map(({ multipleOf }) => multipleOf),
    0,
  );
  const times = timesFor(name);
  const middle = (low + high) / 2;
  const near =
    step > 0 ? multiplesNear(low, step) : [low, low + 1, Math.ceil(low), high, high - 1, middle, Math.floor(middle)];
  const isAllowed = (value: number) =>
    Number.isFinite(value) &&
    (!isInteger || Number.isInteger(value)) &&
    schemas.every((schema) => isWithin(value, schema));
  for (const value of [...times, 1, ...near, 0, 10, -1]) if (isAllowed(value)) yield value === 0 ? 0 : value;
}

function timesFor(name: string): readonly number[] {
  if (!isNamedAsTime(name)) return [];
  return [isMillisecondsName(name) ? EXAMPLE_NOW * 1000 : EXAMPLE_NOW];
}

function multiplesNear(low: number, step: number): readonly number[] {
  const first = Number.isFinite(low) ? Math.ceil(low / step) : 1;
  return [step, first * step, (first + 1) * step];
}

function isWithin(value: number, schema: SchemaObject): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  return multipleOf === undefined || isMultiple(value, multipleOf);
}
