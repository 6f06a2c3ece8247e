import type { JsonTypeName, JsonValue, SchemaObject } from "../json-schema.js";
import { formatCheck, regularExpression } from "./format-code.js";
import { toJavaScript } from "./javascript-literal.js";
import { disjunction } from "./predicate-place.js";
import type { PredicateScope } from "./predicate-scope.js";

/** The most values that are compared one by one. */
const MAX_COMPARED = 8;

/** The test of each type, of a variable. */
export function typeTest(type: JsonTypeName, variable: string, scope: PredicateScope): string {
  switch (type) {
    case "null":
      return `${variable} === null`;
    case "integer":
      return `Number.isInteger(${variable})`;
    case "number":
      return `Number.isFinite(${variable})`;
    case "array":
      return `Array.isArray(${variable})`;
    case "object":
      return `${scope.helper("isObject")}(${variable})`;
    case "boolean":
    case "string":
      return `typeof ${variable} === "${type}"`;
  }
}

/** What a keyword demands of a value, and what a fault of it says. */
export interface Test {
  readonly keyword: string;
  readonly test: string;
  /** An object literal. */
  readonly params: string;
}

/** Whether a value is one of a list. */
export function valueTest(
  values: readonly JsonValue[],
  variable: string,
  scope: PredicateScope,
  keyword: "enum" | "const" = "enum",
): Test {
  const scalars = values.filter((value) => typeof value !== "object" || value === null);
  const others = values.filter((value) => typeof value === "object" && value !== null);
  const equals =
    scalars.length > MAX_COMPARED
      ? [`${scope.constant(`new Set(${toJavaScript(scalars)})`)}.has(${variable})`]
      : scalars.map((value) => `${variable} === ${toJavaScript(value)}`);
  const test = disjunction([
    ...equals,
    ...others.map((value) => `${scope.validation("equal")}(${variable}, ${scope.constant(toJavaScript(value))})`),
  ]);
  const params = keyword === "enum" ? { allowedValues: values } : { allowedValue: values[0] };
  return { keyword, test, params: toJavaScript(params) };
}

/** What a schema demands of texts, in ajv's order. */
export function textTests(schema: SchemaObject, variable: string, scope: PredicateScope): Test[] {
  const { minLength, maxLength, pattern } = schema;
  const tests: Test[] = [];
  if (pattern !== undefined) {
    const expression = scope.constant(regularExpression({ source: pattern, flags: "u" }));
    tests.push({ keyword: "pattern", test: `${expression}.test(${variable})`, params: toJavaScript({ pattern }) });
  }
  tests.push(...formatTests(schema, "string", variable, scope));
  // A text has no more code points than UTF-16 units, and at least half as many.
  if (maxLength !== undefined) {
    const counted = `${scope.validation("ucs2length")}(${variable}) <= ${maxLength}`;
    tests.push(limitTest("maxLength", `(${variable}.length <= ${maxLength} || ${counted})`, maxLength));
  }
  if (minLength !== undefined && minLength > 0) {
    const counted = minLength > 1 ? `${scope.validation("ucs2length")}(${variable}) >= ${minLength}` : "false";
    const enough = `${variable}.length >= ${minLength > 1 ? minLength * 2 : minLength}`;
    tests.push(limitTest("minLength", disjunction([enough, counted]), minLength));
  }
  return tests;
}

/** What a schema demands of numbers. The remainder is found as ajv finds it, rounding included. */
export function numberTests(schema: SchemaObject, variable: string, scope: PredicateScope): Test[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const compared = (keyword: string, comparison: string, limit: number | undefined): Test[] =>
    limit === undefined
      ? []
      : [{ keyword, test: `${variable} ${comparison} ${limit}`, params: toJavaScript({ comparison, limit }) }];
  const parts = `${variable} / ${multipleOf}`;
  return [
    ...compared("maximum", "<=", maximum),
    ...compared("minimum", ">=", minimum),
    ...compared("exclusiveMaximum", "<", exclusiveMaximum),
    ...compared("exclusiveMinimum", ">", exclusiveMinimum),
    ...(multipleOf === undefined
      ? []
      : [{ keyword: "multipleOf", test: `${parts} === parseInt(${parts})`, params: toJavaScript({ multipleOf }) }]),
    ...formatTests(schema, "number", variable, scope),
  ];
}

function formatTests({ format }: SchemaObject, type: string, variable: string, scope: PredicateScope): Test[] {
  const check = format === undefined ? null : formatCheck(format);
  if (check === null || check.type !== type) return [];
  const test =
    check.by instanceof RegExp
      ? `${scope.constant(regularExpression(check.by))}.test(${variable})`
      : `${scope.format(check.by.predicate)}(${variable})`;
  return [{ keyword: "format", test, params: toJavaScript({ format }) }];
}

function limitTest(keyword: string, test: string, limit: number): Test {
  return { keyword, test, params: toJavaScript({ limit }) };
}
