import type { SchemaObject } from "../json-schema.js";
import type { ConditionWriter } from "./condition-writer.js";
import { evaluatedItems } from "./predicate-evaluated.js";
import { conjunction, disjunction, type Place, stepIn } from "./predicate-place.js";

/** What a schema demands of arrays. */
export function arrayTests(writer: ConditionWriter, schema: SchemaObject, place: Place): string[] {
  const { variable } = place;
  const { minItems = 0, maxItems, uniqueItems, prefixItems = [] } = schema;
  return [
    ...(minItems > 0 ? [`${variable}.length >= ${minItems}`] : []),
    ...(maxItems === undefined ? [] : [`${variable}.length <= ${maxItems}`]),
    ...prefixItems.map((_, index) => prefixTest(writer, schema, index, place)),
    ...(schema.items === undefined ? [] : [restTest(writer, schema.items, prefixItems.length, place)]),
    ...(schema.contains === undefined ? [] : [containsTest(writer, schema, place)]),
    ...(schema.unevaluatedItems === undefined ? [] : [unevaluatedTest(writer, schema, place)]),
    ...(uniqueItems === true ? [`${writer.scope.helper("isUnique")}(${variable})`] : []),
  ];
}

function prefixTest(writer: ConditionWriter, { prefixItems }: SchemaObject, index: number, place: Place): string {
  const item = stepIn(place);
  const condition = writer.condition(prefixItems?.[index] ?? true, item);
  if (condition === "true") return condition;
  place.locals.add(item.variable);
  const read = `${item.variable} = ${place.variable}[${index}]`;
  return `(${place.variable}.length <= ${index} || (${read}, ${condition}))`;
}

function restTest(writer: ConditionWriter, items: SchemaObject | boolean, start: number, place: Place): string {
  if (items === true) return "true";
  if (items === false) return `${place.variable}.length <= ${start}`;
  const from = start === 0 ? "" : `, ${start}`;
  return `${writer.scope.helper("all")}(${place.variable}, ${writer.lambda(items, place)}${from})`;
}

function containsTest(writer: ConditionWriter, schema: SchemaObject, place: Place): string {
  const { contains = true, minContains = 1, maxContains } = schema;
  if (minContains <= 0 && maxContains === undefined) return "true";
  // More that match may be too many.
  const test = writer.lambda(contains, { ...place, isExact: place.isExact || maxContains !== undefined });
  const found = `${writer.scope.helper("count")}(${place.variable}, ${test})`;
  return conjunction([
    ...(minContains > 0 ? [`${found} >= ${minContains}`] : []),
    ...(maxContains === undefined ? [] : [`${found} <= ${maxContains}`]),
  ]);
}

function unevaluatedTest(writer: ConditionWriter, schema: SchemaObject, place: Place): string {
  const parts = evaluatedItems(writer, schema, place);
  // Whether `contains` evaluates what it matches is not read in the same way by all; what matches is not counted here.
  if (place.isExact && parts.some(({ contains }) => contains)) return writer.giveUp();
  const always = parts.filter(({ guard }) => guard === "true");
  if (always.some(({ count }) => count === "all")) return "true";
  const known = Math.max(0, ...always.map(({ count }) => Number(count)));
  const sometimes = parts.filter(({ guard, count }) => guard !== "true" && (count === "all" || count > known));
  const starts = sometimes.flatMap(({ guard, count }) => (count === "all" ? [] : [`${guard} ? ${count} : 0`]));
  const start = starts.length === 0 ? String(known) : `Math.max(${[known, ...starts].join(", ")})`;
  const test = writer.lambda(schema.unevaluatedItems ?? true, place);
  const rest = `${writer.scope.helper("all")}(${place.variable}, ${test}, ${start})`;
  return disjunction([...sometimes.flatMap(({ guard, count }) => (count === "all" ? [guard] : [])), rest]);
}
