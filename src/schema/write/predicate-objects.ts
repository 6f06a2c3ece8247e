import type { Schema, SchemaObject } from "../json-schema.js";
import type { ConditionWriter } from "./condition-writer.js";
import { regularExpression } from "./format-code.js";
import { evaluatedMembers } from "./predicate-evaluated.js";
import { isAbsent, isPlain, isPresent } from "./predicate-members.js";
import { conjunction, disjunction, negation, type Place, stepIn } from "./predicate-place.js";
import { memberOf, type PredicateScope } from "./predicate-scope.js";
import { valueTest } from "./predicate-values.js";

/** The most members that one function tests: engines do not optimize long functions. */
const MAX_TESTED = 50;

/** What a schema demands of objects. */
export function objectTests(writer: ConditionWriter, schema: SchemaObject, place: Place): string[] {
  const { variable } = place;
  const { minProperties = 0, maxProperties } = schema;
  const size = `Object.keys(${variable}).length`;
  return [
    ...(needsPlain(schema, place) ? [isPlain(writer, place)] : []),
    ...(minProperties > 0 ? [`${size} >= ${minProperties}`] : []),
    ...(maxProperties === undefined ? [] : [`${size} <= ${maxProperties}`]),
    ...memberTests(writer, schema, place),
    ...dependencyTests(writer, schema, place),
    ...visitTests(writer, schema, place),
  ];
}

/** Whether the tests take a member that is found for the object's own. */
function needsPlain({ required = [], dependentRequired }: SchemaObject, { isExact }: Place): boolean {
  return !isExact && (required.length > 0 || dependentRequired !== undefined);
}

function memberTests(writer: ConditionWriter, schema: SchemaObject, place: Place): readonly string[] {
  const { properties = {} } = schema;
  const required = new Set(schema.required);
  const schemas = new Map<string, Schema>([...required].map((name) => [name, true]));
  for (const [name, subschema] of Object.entries(properties)) schemas.set(name, subschema);
  const members = [...schemas].filter(([name, subschema]) => subschema !== true || required.has(name));
  const write = (some: typeof members, at: Place) =>
    some.map(([name, subschema]) => memberTest(writer, name, subschema, required.has(name), at));
  if (members.length <= MAX_TESTED) return write(members, place);
  const groups = Array.from({ length: Math.ceil(members.length / MAX_TESTED) }, (_, index) =>
    members.slice(index * MAX_TESTED, (index + 1) * MAX_TESTED),
  );
  return groups.map((group) => writer.apart(place, (at) => conjunction(write(group, at))));
}

function memberTest(writer: ConditionWriter, name: string, schema: Schema, isRequired: boolean, place: Place): string {
  const member = stepIn(place);
  const condition = writer.condition(schema, member);
  const isRead = condition !== "true" && condition !== "false";
  if (isRead) place.locals.add(member.variable);
  const read = isRead ? `(${member.variable} = ${memberOf(place.variable, name)})` : undefined;
  if (isRequired) return conjunction([isPresent(writer, name, place, read), condition]);
  if (condition === "true") return "true";
  return disjunction([isAbsent(name, place, read), condition === "false" ? "false" : condition]);
}

function dependencyTests(writer: ConditionWriter, schema: SchemaObject, place: Place): readonly string[] {
  return [
    ...Object.entries(schema.dependentRequired ?? {}).map(([name, required]) =>
      disjunction([isAbsent(name, place), conjunction(required.map((one) => isPresent(writer, one, place)))]),
    ),
    ...Object.entries(schema.dependentSchemas ?? {}).map(([name, dependent]) =>
      disjunction([isAbsent(name, place), writer.condition(dependent, place)]),
    ),
  ];
}

/** What applies to members whatever their names. */
function visitTests(writer: ConditionWriter, schema: SchemaObject, place: Place): readonly string[] {
  const {
    properties = {},
    patternProperties = {},
    additionalProperties,
    propertyNames,
    unevaluatedProperties,
  } = schema;
  const patterns = Object.keys(patternProperties);
  const isNeeded = [additionalProperties, propertyNames, unevaluatedProperties].some((one) => one !== undefined);
  if (!isNeeded && patterns.length === 0) return [];
  const test = writer.itemLambda(place, (key) => {
    const value = (subschema: Schema): string => {
      const member = stepIn(key);
      const condition = writer.condition(subschema, member);
      if (condition === "true" || condition === "false") return condition;
      key.locals.add(member.variable);
      return `(${member.variable} = ${place.variable}[${key.variable}], ${condition})`;
    };
    return conjunction([
      ...(propertyNames === undefined ? [] : [writer.condition(propertyNames, key)]),
      ...Object.entries(patternProperties).map(([pattern, subschema]) =>
        disjunction([negation(patternTest(pattern, key, writer.scope)), value(subschema)]),
      ),
      ...(additionalProperties === undefined
        ? []
        : [
            disjunction([namedTest(Object.keys(properties), patterns, key, writer.scope), value(additionalProperties)]),
          ]),
      ...(unevaluatedProperties === undefined
        ? []
        : [disjunction([evaluatedTest(writer, schema, place, key), value(unevaluatedProperties)])]),
    ]);
  });
  return [`${writer.scope.helper("all")}(Object.keys(${place.variable}), ${test})`];
}

function evaluatedTest(writer: ConditionWriter, schema: SchemaObject, place: Place, key: Place): string {
  const parts = evaluatedMembers(writer, schema, place);
  const always = parts.filter(({ guard }) => guard === "true");
  const names = [...new Set(always.flatMap((part) => part.names))];
  const patterns = [...new Set(always.flatMap((part) => part.patterns))];
  return disjunction([
    String(always.some(({ all }) => all)),
    namedTest(names, patterns, key, writer.scope),
    ...parts
      .filter((part) => part.guard !== "true" && (part.all || part.names.length > 0 || part.patterns.length > 0))
      .map((part) =>
        conjunction([part.all ? "true" : namedTest(part.names, part.patterns, key, writer.scope), part.guard]),
      ),
  ]);
}

function namedTest(names: readonly string[], patterns: readonly string[], key: Place, scope: PredicateScope): string {
  return disjunction([
    valueTest(names, key.variable, scope).test,
    ...patterns.map((pattern) => patternTest(pattern, key, scope)),
  ]);
}

function patternTest(pattern: string, { variable }: Place, scope: PredicateScope): string {
  return `${scope.constant(regularExpression({ source: pattern, flags: "u" }))}.test(${variable})`;
}
