import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { conjoin } from "./conjunction.js";
import { type EvaluatedNames, findEvaluatedNames } from "./evaluated.js";
import { ruleValue } from "./object-set.js";
import type { Reading } from "./reading.js";
import { ANYTHING, type NameRule, type ObjectMember, type ObjectSet, type Shape } from "./shape.js";

const ONLY_DECLARED: NameRule = { patterns: [], rest: [false] };

/** What the keywords of objects leave of all values. */
export function* readObjects(schema: SchemaObject): Generator<Shape> {
  const declared = readDeclared(schema);
  if (declared !== null) yield onlyObjects(declared);
  const names = readNames(schema);
  if (names !== null) yield onlyObjects({ members: silent(names), rules: [ONLY_DECLARED], definition: null });
}

/** What `unevaluatedProperties` leaves, after all keywords beside it. */
export function* readUnevaluatedMembers(schema: SchemaObject, reader: Reading): Generator<Shape> {
  if (schema.unevaluatedProperties === undefined) return;
  const evaluated = findEvaluatedNames(schema, reader);
  if (evaluated !== null) yield onlyObjects(readUnevaluated(schema.unevaluatedProperties, evaluated));
}

/** `properties`, `patternProperties` and `additionalProperties`, which see each other, and `required`. */
function readDeclared(schema: SchemaObject): ObjectSet | null {
  const { properties, patternProperties, additionalProperties, required } = schema;
  if (!properties && !patternProperties && additionalProperties === undefined && !required?.length) return null;
  const patterns = Object.entries(patternProperties ?? {}).map(([pattern, value]) => ({
    pattern,
    value: conjoin([value]),
  }));
  const matching: NameRule = { patterns, rest: [] };
  const isStated = patternProperties !== undefined || additionalProperties !== undefined;
  const rest = conjoin(additionalProperties === undefined ? [] : [additionalProperties]);
  const rules = isStated ? [{ patterns, rest, isRestSilent: additionalProperties === undefined }] : [];
  const members = new Map<string, ObjectMember>();
  for (const [name, value] of Object.entries(properties ?? {})) {
    members.set(name, { value: conjoin([value], ruleValue(matching, name)), required: false, silent: false });
  }
  for (const name of required ?? []) {
    const value = members.get(name)?.value ?? conjoin(...rules.map((rule) => ruleValue(rule, name)));
    members.set(name, { value, required: true, silent: false });
  }
  return { members, rules, definition: null };
}

/** The only names that may occur, where `propertyNames` or `maxProperties` lists them; null where they do not. */
function readNames({ propertyNames, maxProperties }: SchemaObject): readonly string[] | null {
  if (propertyNames === false || maxProperties === 0) return [];
  if (typeof propertyNames !== "object") return null;
  const values = propertyNames.enum ?? (propertyNames.const === undefined ? null : [propertyNames.const]);
  return values?.filter((value) => typeof value === "string") ?? null;
}

/** Names that something beside may have evaluated are left alone: whether it did depends on the value. */
function readUnevaluated(rest: Schema, evaluated: EvaluatedNames): ObjectSet {
  const patterns = evaluated.patterns.map((pattern) => ({ pattern, value: [] }));
  return { members: silent(evaluated.names), rules: [{ patterns, rest: conjoin([rest]) }], definition: null };
}

function silent(names: Iterable<string>): ReadonlyMap<string, ObjectMember> {
  return new Map([...names].map((name) => [name, { value: [], required: false, silent: true }]));
}

function onlyObjects(set: ObjectSet): Shape {
  return { ...ANYTHING, objects: [set] };
}
