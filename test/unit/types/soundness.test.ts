// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, test } from "vitest";
import { compileSchema } from "../../../src/schema/compile/compile.js";
import type { JsonValue, Schema } from "../../../src/schema/json-schema.js";
import { printType } from "../../../src/types/print-type.js";
import { quote } from "../../../src/types/quote.js";
import { typeOfSchema } from "../../../src/types/schema-to-types.js";
import type { Type } from "../../../src/types/type.js";
import { compilerErrors } from "../../support/compiler-errors.js";
import { isMember } from "../../support/type-membership.js";

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const hasA: Schema = { type: "object", properties: { a: text }, required: ["a"] };
const hasB: Schema = { type: "object", properties: { b: text }, required: ["b"] };

/** One schema or more for each keyword that can refuse a value. */
const SCHEMAS: Readonly<Record<string, readonly Schema[]>> = {
  boolean: [true, {}],
  type: [{ type: "integer" }, { type: ["string", "null"] }, { type: ["object", "array"] }, { type: "boolean" }],
  const: [{ const: { a: [1, null] } }, { const: 0 }, { const: "a" }],
  enum: [{ enum: [1, "a", null, [], { a: "x" }] }, { anyOf: [{ enum: ["a"] }, text] }],
  multipleOf: [{ multipleOf: 2 }, { enum: [1, 2, 4], multipleOf: 2 }],
  maximum: [{ maximum: 1 }, { type: "number", exclusiveMaximum: 2 }],
  minimum: [{ minimum: 1 }, { type: "number", exclusiveMinimum: 0 }],
  maxLength: [{ maxLength: 1 }, { enum: ["a", "ab"], maxLength: 1 }],
  minLength: [{ minLength: 2, type: "string" }],
  pattern: [{ type: "string", pattern: "^x-" }, { pattern: "^x-.*b$" }, { type: "string", pattern: "^(?:a|ab)$" }],
  format: [{ type: "string", format: "date" }],
  prefixItems: [
    { type: "array", prefixItems: [text, number] },
    { prefixItems: [number], items: text },
  ],
  items: [{ type: "array", items: number }, { items: false }],
  contains: [
    { type: "array", contains: number, minContains: 0 },
    { type: "array", contains: number },
  ],
  maxItems: [
    { type: "array", maxItems: 1 },
    { maxItems: 2, items: number },
  ],
  minItems: [
    { type: "array", minItems: 2 },
    { minItems: 1, prefixItems: [number, text], items: text },
  ],
  uniqueItems: [{ type: "array", uniqueItems: true }],
  unevaluatedItems: [{ type: "array", allOf: [{ prefixItems: [number] }], unevaluatedItems: text }],
  properties: [{ properties: { a: text } }, { type: "object", properties: { a: text, b: false } }],
  patternProperties: [
    { type: "object", patternProperties: { "^x-": text } },
    { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
  ],
  additionalProperties: [
    { type: "object", properties: { a: text }, additionalProperties: number },
    { type: "object", properties: { a: text }, additionalProperties: false },
  ],
  propertyNames: [
    { type: "object", propertyNames: { enum: ["a", "b"] } },
    { type: "object", propertyNames: { maxLength: 1 } },
  ],
  unevaluatedProperties: [
    { allOf: [hasA], unevaluatedProperties: false },
    { anyOf: [hasA, hasB], unevaluatedProperties: number },
  ],
  maxProperties: [
    { type: "object", maxProperties: 0 },
    { type: "object", maxProperties: 1 },
  ],
  minProperties: [{ type: "object", minProperties: 1 }],
  required: [{ required: ["a"] }, { type: "object", required: ["__proto__"] }],
  dependentRequired: [{ type: "object", dependentRequired: { a: ["b"] } }],
  dependentSchemas: [{ type: "object", dependentSchemas: { a: hasB } }],
  allOf: [{ allOf: [hasA, hasB] }, { allOf: [{ properties: { a: text } }, { required: ["a"] }] }],
  anyOf: [{ anyOf: [hasA, hasB, number] }],
  oneOf: [
    { oneOf: [hasA, hasB] },
    {
      oneOf: [
        { ...(hasA as object), additionalProperties: false },
        { ...(hasB as object), additionalProperties: false },
      ],
    },
  ],
  not: [{ not: text }, { enum: ["a", 1], not: { const: 1 } }, { not: { required: ["a"] } }],
  if: [
    { if: hasA, then: hasB },
    { if: text, then: { const: "a" }, else: number },
    { if: hasA, else: text },
  ],
  $ref: [{ allOf: [{ $ref: "#/$defs/a" }], properties: { b: number } }],
};

const VALUES: readonly JsonValue[] = [
  ...[null, true, false, 0, 1, 2, 1.5, 4, "", "a", "ab", "x-", "x-b", "x-yb", "2026-01-31"],
  ...[[], [1], [1, "a"], ["a", 1], ["a", 1, true], [1, 2], [[]], [{ a: "x" }]],
  ...[
    { a: "x" },
    { a: 1 },
    { b: "y" },
    { a: "x", b: "y" },
    { a: "x", c: 1 },
    { a: [1, null] },
    { "x-q": "z" },
    { a: "x", "x-q": 2 },
  ],
  ...[Object.fromEntries([["__proto__", 1]])],
];

interface Case {
  readonly label: string;
  readonly type: Type;
  readonly value: JsonValue;
  readonly isAccepted: boolean;
}

const CASES: readonly Case[] = Object.entries(SCHEMAS).flatMap(([keyword, schemas]) =>
  schemas.flatMap((schema) => {
    const definitions = { a: hasA };
    const validate = compileSchema(typeof schema === "boolean" ? schema : { ...schema, $defs: definitions });
    const type = typeOfSchema(schema, definitions);
    return VALUES.map((value) => {
      const label = `${keyword}: ${JSON.stringify(schema)} and ${JSON.stringify(value)}`;
      return { label, type, value, isAccepted: validate(value) === true };
    });
  }),
);

/** The type that holds one value and no other. */
function literalType(value: JsonValue): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ [mark]: true; ${Object.entries(value)
    .map(([name, member]) => `${quote(name)}: ${literalType(member)}`)
    .join("; ")} }`;
}

/**
 * A line that assigns a variable of the value's own type, so that the compiler looks at types and not at an
 * object literal. Every object on both sides has a member under one symbol: without it the compiler refuses
 * an object that has nothing in common with a type of optional members only (2559), which is a hint and says
 * nothing of the values, and takes primitives and arrays for objects. Index signatures are not about symbols.
 */
function assignment({ type, value }: Case, at: number): string {
  const target = printType(type)
    .replaceAll("{\n", "{ [mark]: true; ")
    .replaceAll("\n}", " }")
    .replaceAll(/\n(?=\|)/g, " ")
    .replaceAll("\n", "; ");
  return `declare const v${at}: ${literalType(value)}; export const t${at}: ${target} = v${at};`;
}

/** The cases that the compiler refuses, by their place. */
function refusedByCompiler(cases: readonly Case[]): ReadonlySet<number> {
  const errors = compilerErrors({
    "cases.ts": ["declare const mark: unique symbol;", ...cases.map(assignment)].join("\n"),
  });
  return new Set(errors.map((error) => Number(/\((\d+)\)/.exec(error)?.[1]) - 2));
}

describe("soundness in small", () => {
  test.each(Object.keys(SCHEMAS))("%s has values that the validator accepts", (keyword) => {
    const accepted = CASES.filter(({ label, isAccepted }) => label.startsWith(`${keyword}: `) && isAccepted);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.filter(({ type, value }) => !isMember(value, type)).map(({ label }) => label)).toEqual([]);
  });

  test("the compiler assigns every accepted value to its type", () => {
    const accepted = CASES.filter(({ isAccepted }) => isAccepted);
    const refused = refusedByCompiler(accepted);
    expect(accepted.filter((_, at) => refused.has(at)).map(({ label }) => label)).toEqual([]);
  });

  test("the compiler refuses what our notion of membership refuses, but for members that closed types do not have", () => {
    const outside = CASES.filter(({ type, value }) => !isMember(value, open(type)));
    const refused = refusedByCompiler(outside);
    expect(outside.length).toBeGreaterThan(200);
    expect(outside.filter((_, at) => !refused.has(at)).map(({ label }) => label)).toEqual([]);
  });
});

/** A type without the knowledge that objects are closed, which only fresh values show to the compiler. */
function open(type: Type): Type {
  return JSON.parse(JSON.stringify(type), (key, value: unknown) => (key === "closed" ? false : value)) as Type;
}
