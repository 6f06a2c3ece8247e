import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import { jsonBytes } from "./json-bytes.js";
import { patternSize } from "./pattern-size.js";
import type { SchemaCase } from "./schema-cases.js";
import {
  ANY_VALUE,
  intersectSizes,
  type SizeRange,
  sizeRange,
  TYPICAL_TEXT,
  UNBOUNDED,
  uniteSizes,
} from "./size-range.js";

interface Measurer {
  measure(schemas: readonly Schema[]): SizeRange | null;
}

/** One member that the schemas of a case name. */
export interface Declared {
  readonly name: string;
  /** The bytes of its name, the colon and its value. */
  readonly size: SizeRange;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
}

/** The members that the objects of a case can have. */
export interface ObjectMembers {
  readonly declared: readonly Declared[];
  /** Any one member that is not declared, with the number of names as its count; null where there can be none. */
  readonly others: SizeRange | null;
}

const COLON = 1;

/** The members of the objects that a case accepts; null where it accepts no object. */
export function readMembers(one: SchemaCase, measurer: Measurer): ObjectMembers | null {
  const { always, perhaps } = one;
  const closers = always.flatMap((schema) => readClosers(schema, one, measurer));
  const required = new Set(always.flatMap(({ required = [] }) => required));
  const declared: Declared[] = [];
  for (const name of new Set([...[...always, ...perhaps].flatMap(ownNames), ...required])) {
    const certain = declarations(name, always);
    const possible = declarations(name, perhaps);
    const value = valueSize(name, certain, possible, closers, measurer);
    const isRequired = required.has(name);
    if (value !== null) {
      const all = [...certain, ...possible];
      declared.push({ name, size: withName(jsonBytes(name), value), isRequired, isDeprecated: all.some(isDeprecated) });
    } else if (isRequired) return null;
  }
  return { declared, others: readOthers(always, closers, measurer) };
}

/** The sizes of a member's value; null where there can be no such member. */
function valueSize(
  name: string,
  certain: readonly Schema[],
  possible: readonly Schema[],
  closers: readonly Closer[],
  measurer: Measurer,
): SizeRange | null {
  const branches = possible.flatMap((schema) => measurer.measure([schema]) ?? []);
  const demands = [
    ...(certain.length === 0 ? [] : [measurer.measure(certain)]),
    ...closers
      .filter(({ names }) => !names.has(name))
      // What no certain schema declares is declared by one that may hold, or is one of the rest.
      .map(({ rest, seesBranches }) => uniteSizes([...(seesBranches ? branches : []), ...rest])),
  ];
  const sizes = demands.filter((size) => size !== null);
  if (sizes.length < demands.length) return null;
  if (sizes.length > 0) return intersectSizes(sizes);
  // Nothing holds the member to what a branch says of it; it is typical all the same.
  return { ...ANY_VALUE, typical: uniteSizes(branches)?.typical ?? ANY_VALUE.typical };
}

function declarations(name: string, schemas: readonly SchemaObject[]): readonly Schema[] {
  return schemas.flatMap(({ properties = {} }) => (Object.hasOwn(properties, name) ? [properties[name] ?? true] : []));
}

function isDeprecated(schema: Schema): boolean {
  return typeof schema !== "boolean" && schema.deprecated === true;
}

function ownNames({ properties = {} }: SchemaObject): readonly string[] {
  return Object.keys(properties);
}

/** What `additionalProperties` or `unevaluatedProperties` says of members that are not declared beside it. */
interface Closer {
  /** The names that it says nothing of. */
  readonly names: ReadonlySet<string>;
  /** Whether it lets be what a schema declares that may hold. */
  readonly seesBranches: boolean;
  /** What another member can be. Empty where there is no other. */
  readonly rest: readonly SizeRange[];
  /** The names that another member can have; null where it can have any. */
  readonly named: SizeRange | null;
}

function readClosers(schema: SchemaObject, { always, perhaps }: SchemaCase, measurer: Measurer): readonly Closer[] {
  const { additionalProperties, unevaluatedProperties, patternProperties } = schema;
  const closers: Closer[] = [];
  if (additionalProperties !== undefined || patternProperties !== undefined) {
    closers.push(closerOf([schema], [], [additionalProperties ?? true], measurer));
  }
  if (unevaluatedProperties !== undefined) {
    // Whatever stands beside it in the case is taken to be inside of it, and to evaluate all that it can: that only admits more.
    const open = [...always, ...perhaps].flatMap((other) => [
      ...(other.additionalProperties === undefined ? [] : [other.additionalProperties]),
      ...(other === schema || other.unevaluatedProperties === undefined ? [] : [other.unevaluatedProperties]),
    ]);
    closers.push(closerOf(always, perhaps, [unevaluatedProperties, ...open], measurer));
  }
  return closers;
}

function closerOf(
  certain: readonly SchemaObject[],
  possible: readonly SchemaObject[],
  others: readonly Schema[],
  measurer: Measurer,
): Closer {
  const patterns = [...certain, ...possible].flatMap(({ patternProperties = {} }) => Object.entries(patternProperties));
  const rest = [...patterns.map(([, schema]) => schema), ...others];
  return {
    names: new Set(certain.flatMap(ownNames)),
    seesBranches: possible.length > 0,
    rest: rest.flatMap((schema) => measurer.measure([schema]) ?? []),
    named: others.every((other) => other === false)
      ? uniteSizes(patterns.flatMap(([pattern]) => nameSize(pattern) ?? []))
      : null,
  };
}

/** One member that no schema of the case names. */
function readOthers(always: readonly SchemaObject[], closers: readonly Closer[], measurer: Measurer): SizeRange | null {
  const rules = always.flatMap(({ propertyNames }) => (propertyNames === undefined ? [] : [propertyNames]));
  const named = measurer.measure([...rules, { type: "string" }]);
  const values = closers.map(({ rest }) => uniteSizes(rest));
  if (named === null || values.includes(null)) return null;
  const value = values.length === 0 ? ANY_VALUE : intersectSizes(values.filter((value) => value !== null));
  const name = intersectSizes([named, ...closers.flatMap(({ named }) => named ?? [])]);
  if (value === null || name === null) return null;
  return {
    smallest: name.smallest + COLON + value.smallest,
    typical: name.typical + COLON + value.typical,
    largest: name.largest + COLON + value.largest,
    count: name.count,
  };
}

function nameSize(pattern: string): SizeRange | null {
  const { smallest, largest } = patternSize(pattern);
  return sizeRange({ smallest: smallest + 2, typical: TYPICAL_TEXT, largest: largest + 2, count: UNBOUNDED });
}

function withName(nameBytes: number, value: SizeRange): SizeRange {
  const before = nameBytes + COLON;
  return {
    smallest: before + value.smallest,
    typical: before + value.typical,
    largest: before + value.largest,
    count: value.count,
  };
}
