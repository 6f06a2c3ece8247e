// biome-ignore-all lint/suspicious/noTemplateCurlyInString: template literal types
// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, test } from "vitest";
import type { Schema, SchemaObject } from "../../../src/schema/json-schema.js";
import { printType } from "../../../src/types/print-type.js";
import { isNever, schemaToTypes, typeOfSchema } from "../../../src/types/schema-to-types.js";

const text: Schema = { type: "string" };
const number: Schema = { type: "number" };
const ANY_OBJECT = "{ [name: string]: unknown }";
const NON_OBJECTS = "string | number | boolean | unknown[] | null";

/** A type in one line, members divided by `;`. */
function print(schema: Schema, definitions: Record<string, Schema> = {}): string {
  return inOneLine(printType(typeOfSchema(schema, definitions)));
}

function inOneLine(text: string): string {
  return text
    .replaceAll("{\n", "{ ")
    .replaceAll("\n}", " }")
    .replace(/\n(?=\|)/g, " ")
    .replaceAll("\n", "; ")
    .trim();
}

function printAll(root: SchemaObject, name: (definition: string) => string | null = (key) => `Root${key}`): string[] {
  const { named } = schemaToTypes(root, { rootName: "Root", nameDefinition: name });
  return named.map((each) => `${each.name} = ${inOneLine(printType(each.type))}`);
}

describe("values of one JSON type", () => {
  test.each<[given: Schema, want: string]>([
    [true, "unknown"],
    [{}, "unknown"],
    [{ description: "Anything." }, "unknown"],
    [false, "never"],
    [{ not: {} }, "never"],
    [{ type: "string", format: "email", maxLength: 3 }, "string"],
    [{ type: "integer" }, "number"],
    [{ type: ["null", "string"] }, "string | null"],
    [{ type: ["integer", "number"] }, "number"],
    [{ minimum: 3 }, "unknown"],
    [{ type: "object" }, ANY_OBJECT],
    [{ type: "array" }, "unknown[]"],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("literals", () => {
  test.each<[given: Schema, want: string]>([
    [{ const: "a" }, '"a"'],
    [{ const: null }, "null"],
    [{ const: -0 }, "0"],
    [{ const: 1e21 }, "1e+21"],
    [{ const: Number.POSITIVE_INFINITY }, "number"],
    [{ enum: [2, "b", null, true, "a"] }, '2 | "b" | null | true | "a"'],
    [{ enum: [true, false] }, "boolean"],
    [{ enum: [] }, "never"],
    [{ type: "integer", enum: [1, 1.0, 1.5] }, "1"],
    [{ type: "string", enum: ["a", 1] }, '"a"'],
    [{ enum: [1, 2, 3, 4], minimum: 2, exclusiveMaximum: 4 }, "2 | 3"],
    [{ allOf: [{ enum: [1, 2, 3] }, { multipleOf: 2 }] }, "2"],
    [{ enum: ["a", "bb", "ccc"], minLength: 2, pattern: "^b" }, '"bb"'],
    [{ enum: ["a", "b"], not: { const: "a" } }, '"b"'],
    [{ enum: ["a", "b", null], not: { enum: ["b", null] } }, '"a"'],
    [{ const: [1, { a: null }] }, "[1, { a: null }]"],
    [{ const: {} }, "{ [name: string]: never }"],
    [{ const: { ["__proto__"]: 1 } }, "{ __proto__: 1 }"],
    [{ allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] }, '"b"'],
    [{ anyOf: [{ enum: ["admin", "member"] }, { type: "string" }] }, '"admin" | "member" | (string & {})'],
    [{ anyOf: [{ type: "string" }, { const: "x" }, { type: "null" }] }, '"x" | (string & {}) | null'],
    [{ anyOf: [{ const: 1 }, { type: "number" }] }, "number"],
    [{ const: "\u2028\u202e`\ud800" }, '"\\u2028\\u202e`\\ud800"'],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("strings with a pattern", () => {
  test.each<[pattern: string, want: string]>([
    ["^https://", "`https://${string}`"],
    ["^urn:", "`urn:${string}`"],
    ["^ab?", "`a${string}`"],
    ["^a*", "string"],
    ["^a{2}", "string"],
    ["^a|b", "string"],
    ["^x(a|b)", "`x${string}`"],
    ["^a\\.b", "`a.b${string}`"],
    ["^a\\d", "`a${string}`"],
    ["a", "string"],
    ["^", "string"],
    ["^abc$", '"abc"'],
    ["^(?:admin|member)$", '"admin" | "member"'],
    ["^x-.+-y$", "`x-${string}-y`"],
    ["^x-[^|]*y$", "`x-${string}y`"],
    ["^aa?a$", "`a${string}`"],
    ["[|]^a", "string"],
    ["^`", "string"],
    ["^\\$\\{", "`\\${${string}`"],
  ])("%s is %s", (pattern, want) => expect(print({ type: "string", pattern })).toBe(want));

  test("an overlap of prefix and suffix is not lost", () => {
    expect(print({ type: "string", allOf: [{ pattern: "^aba" }, { pattern: "^.*aba$" }] })).toBe("`aba${string}`");
  });
});

describe("arrays", () => {
  test.each<[given: Schema, want: string]>([
    [{ type: "array", items: text }, "string[]"],
    [{ type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
    [{ type: "array", items: text, minItems: 1 }, "[string, ...string[]]"],
    [{ type: "array", items: text, minItems: 3 }, "[string, string, string, ...string[]]"],
    [{ type: "array", items: text, minItems: 9 }, "[string, string, string, ...string[]]"],
    [{ type: "array", items: text, minItems: 2, maxItems: 2 }, "[string, string]"],
    [{ type: "array", items: text, maxItems: 2 }, "[string?, string?]"],
    [{ type: "array", items: text, maxItems: 20 }, "string[]"],
    [{ type: "array", maxItems: 0 }, "[]"],
    [{ type: "array", items: false }, "[]"],
    [{ type: "array", items: false, minItems: 1 }, "never"],
    [{ type: "array", minItems: 2, maxItems: 1 }, "never"],
    [
      { type: "array", prefixItems: [text, number], items: { type: "boolean" }, minItems: 1 },
      "[string, number?, ...boolean[]]",
    ],
    [{ type: "array", prefixItems: [text, number], items: false }, "[string?, number?]"],
    [{ type: "array", prefixItems: [text, number, text, text], maxItems: 1 }, "[string?]"],
    [{ type: "array", prefixItems: [text, false, text] }, "[string?]"],
    [{ type: "array", prefixItems: [text], unevaluatedItems: false }, "[string?]"],
    [{ type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: false }, "[string?]"],
    [{ type: "array", contains: text, unevaluatedItems: false }, "unknown[]"],
    [{ type: "array", contains: text, uniqueItems: true }, "unknown[]"],
    [{ type: "array", items: { anyOf: [number, false] } }, "number[]"],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("objects", () => {
  test.each<[given: Schema, want: string]>([
    [{ properties: { a: text } }, `{ a?: string } | ${NON_OBJECTS}`],
    [{ type: "object", properties: { a: text, b: number }, required: ["b"] }, "{ a?: string; b: number }"],
    [{ type: "object", properties: { a: text }, required: ["z"] }, "{ a?: string; z: unknown }"],
    [{ type: "object", properties: { a: text }, additionalProperties: false }, "{ a?: string }"],
    [
      { type: "object", properties: { a: text }, additionalProperties: true },
      "{ a?: string; [name: string]: unknown }",
    ],
    [
      { type: "object", properties: { a: text }, additionalProperties: number },
      "{ a?: string; [name: string]: number | string | undefined }",
    ],
    [
      { type: "object", properties: { a: text }, required: ["a"], additionalProperties: text },
      "{ a: string; [name: string]: string }",
    ],
    [{ type: "object", additionalProperties: text }, "{ [name: string]: string }"],
    [{ type: "object", additionalProperties: false }, "{ [name: string]: never }"],
    [{ type: "object", required: ["a"], additionalProperties: false }, "never"],
    [{ type: "object", properties: { a: false } }, "{ a?: never }"],
    [{ type: "object", properties: { a: false }, required: ["a"] }, "never"],
    [{ type: "object", patternProperties: { "^x-": text } }, "{ [name: `x-${string}`]: string }"],
    [{ type: "object", patternProperties: { "^x-": text }, additionalProperties: true }, ANY_OBJECT],
    [
      { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
      "{ [name: `x-${string}`]: string }",
    ],
    [
      {
        type: "object",
        properties: { "x-a": { enum: ["q", 1] }, y: number },
        patternProperties: { "^x-": text },
        additionalProperties: false,
      },
      '{ "x-a"?: "q"; y?: number; [name: `x-${string}`]: string | undefined }',
    ],
    [
      { type: "object", patternProperties: { "^x": text, "^x-": number }, additionalProperties: false },
      "{ [name: string]: string | number }",
    ],
    [
      {
        type: "object",
        patternProperties: { "(a+)+$": text },
        properties: { aaaa: true },
        additionalProperties: false,
      },
      "{ aaaa?: unknown; [name: string]: unknown }",
    ],
    [{ type: "object", properties: { a: text }, propertyNames: { enum: ["a"] } }, "{ a?: string }"],
    [{ type: "object", maxProperties: 0 }, "{ [name: string]: never }"],
    [{ type: "object", properties: { ["__proto__"]: text, "a b": number } }, '{ __proto__?: string; "a b"?: number }'],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("conjunctions", () => {
  const a: Schema = { type: "object", properties: { a: text }, required: ["a"] };
  test.each<[given: Schema, want: string]>([
    [{ allOf: [text, number] }, "never"],
    [{ allOf: [a, { properties: { b: number } }] }, "{ a: string; b?: number }"],
    [{ allOf: [{ type: "object", properties: { a: text } }], required: ["a"] }, "{ a: string }"],
    [{ allOf: [{ type: "object", properties: { a: text } }, { properties: { a: { const: "x" } } }] }, '{ a?: "x" }'],
    [{ allOf: [a], properties: { b: text }, additionalProperties: false }, "never"],
    [
      { allOf: [{ type: "object", properties: { a: text } }], properties: { b: text }, additionalProperties: false },
      "{ b?: string; a?: never }",
    ],
    [{ allOf: [a], properties: { b: text }, unevaluatedProperties: false }, "{ b?: string; a: string }"],
    [{ allOf: [a], unevaluatedProperties: number }, "{ a: string; [name: string]: number | string }"],
    [{ allOf: [{ type: "array", items: { minimum: 1 } }, { items: number }] }, "number[]"],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("alternatives", () => {
  const a: SchemaObject = { type: "object", properties: { a: text }, required: ["a"] };
  const b: SchemaObject = { type: "object", properties: { b: text }, required: ["b"] };
  test.each<[given: Schema, want: string]>([
    [{ anyOf: [text, { type: "array", items: text }] }, "string | string[]"],
    [{ anyOf: [{ type: "null" }, text] }, "string | null"],
    [{ anyOf: [a, b] }, "{ a: string } | { b: string }"],
    [
      { type: "object", properties: { a: text, b: text }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      "{ a: string; b?: string } | { a?: string; b: string }",
    ],
    [
      {
        oneOf: [
          { ...a, additionalProperties: false },
          { ...b, additionalProperties: false },
        ],
      },
      "{ a: string; b?: never } | { b: string; a?: never }",
    ],
    [
      { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"] }] },
      "{ a: unknown; b?: never } | { b: unknown; a?: never }",
    ],
    [{ oneOf: [true, true] }, "never"],
    [{ oneOf: [number, {}] }, `${ANY_OBJECT} | string | boolean | unknown[] | null`],
    [
      {
        oneOf: [
          {
            type: "object",
            properties: { kind: { const: "a" }, x: text },
            required: ["kind"],
            additionalProperties: false,
          },
          {
            type: "object",
            properties: { kind: { const: "b" }, y: text },
            required: ["kind"],
            additionalProperties: false,
          },
        ],
      },
      '{ kind: "a"; x?: string } | { kind: "b"; y?: string }',
    ],
    [{ type: "string", if: { const: "a" }, then: false }, "string"],
    [{ enum: ["a", "b"], if: { const: "a" }, then: false }, '"b"'],
    [{ if: { type: "string" }, then: { const: "a" }, else: number }, '"a" | number'],
    [{ if: text }, "unknown"],
    [
      {
        type: "object",
        properties: { k: { enum: ["a", "b"] } },
        required: ["k"],
        if: { properties: { k: { const: "a" } } },
        then: { required: ["x"] },
      },
      '{ k: "a"; x: unknown } | { k: "b" }',
    ],
    [
      { type: "object", properties: { a: number, b: text }, dependentRequired: { a: ["b"] } },
      "{ a?: never; b?: string } | { a: number; b: string }",
    ],
    [
      { type: "object", properties: { a: number }, dependentSchemas: { a: { properties: { b: text } } } },
      "{ a?: never } | { a: number; b?: string }",
    ],
    [{ not: { type: ["object", "array", "null", "boolean", "number"] } }, "string"],
    [{ type: "object", not: { required: ["a"] } }, "{ a?: never }"],
    [{ not: { const: "a", enum: [null] } }, "unknown"],
  ])("%j is %s", (given, want) => expect(print(given)).toBe(want));
});

describe("contradictions", () => {
  test.each<[given: Schema, want: boolean]>([
    [{ allOf: [text, number] }, true],
    [{ type: "array", items: { allOf: [text, number] }, minItems: 1 }, true],
    [{ type: "array", items: { allOf: [text, number] } }, false],
    [{ type: "object", properties: { a: { type: "array", items: false, minItems: 1 } }, required: ["a"] }, true],
    [{ type: "object", properties: { a: false } }, false],
    [{ enum: [1, 2], type: "string" }, true],
    [{ $ref: "#/$defs/a", type: "number" }, true],
    [{ $ref: "#/$defs/missing" }, false],
  ])("isNever of %j is %s", (given, want) => expect(isNever(typeOfSchema(given, { a: text }))).toBe(want));
});

describe("definitions", () => {
  const address: Schema = { type: "object", properties: { street: text } };
  const node: Schema = { type: "object", properties: { children: { type: "array", items: { $ref: "#/$defs/Node" } } } };
  const list: Schema = { anyOf: [{ type: "array", items: { $ref: "#/$defs/List" } }, text] };

  test.each<[given: SchemaObject, want: string[]]>([
    [{ $ref: "#/$defs/A", $defs: { A: text } }, ["Root = string"]],
    [
      { type: "array", items: { $ref: "#/$defs/A" }, $defs: { A: { type: "array", items: text } } },
      ["Root = string[][]"],
    ],
    [
      { type: "array", items: { $ref: "#/$defs/A" }, $defs: { A: { enum: ["a", "b"] } } },
      ["Root = RootA[]", 'RootA = "a" | "b"'],
    ],
    [
      {
        type: "object",
        properties: { home: { $ref: "#/$defs/A" }, work: { $ref: "#/$defs/A", deprecated: true } },
        $defs: { A: address },
      },
      ["Root = { home?: RootA; /** @deprecated */; work?: RootA }", "RootA = { street?: string }"],
    ],
    [
      { anyOf: [{ $ref: "#/$defs/A" }, { type: "null" }], $defs: { A: address } },
      ["Root = RootA | null", "RootA = { street?: string }"],
    ],
    [
      { anyOf: [{ $ref: "#/$defs/A" }, text], $defs: { A: { enum: ["a", "b"] } } },
      ["Root = RootA | (string & {})", 'RootA = "a" | "b"'],
    ],
    [
      { $ref: "#/$defs/Node", $defs: { Node: node } },
      ["Root = { children?: RootNode[] }", "RootNode = { children?: RootNode[] }"],
    ],
    [
      { type: "object", properties: { l: { $ref: "#/$defs/List" } }, $defs: { List: list } },
      ["Root = { l?: RootList }", "RootList = RootList[] | string"],
    ],
    [
      { allOf: [{ $ref: "#/$defs/A" }, { properties: { x: number } }], $defs: { A: address } },
      ["Root = { street?: string; x?: number }"],
    ],
    [{ $ref: "#/$defs/A", $defs: { A: { anyOf: [{ $ref: "#/$defs/A" }, text] } } }, ["Root = unknown"]],
    [
      {
        type: "object",
        properties: { n: { allOf: [{ $ref: "#/$defs/Node" }, { $ref: "#/$defs/Other" }] } },
        $defs: { Node: node, Other: { properties: { children: { items: { $ref: "#/$defs/Other" } } } } },
      },
      ["Root = { n?: { children?: (RootNode & RootOther)[] } }"],
    ],
  ])("%j", (given, want) => expect(printAll(given).slice(0, want.length)).toEqual(want));

  test("a reference names its definition as an escaped pointer segment", () => {
    const $defs = { "a/b~c d%": { enum: [1, 2] } };
    expect(printAll({ type: "array", items: { $ref: "#/$defs/a~1b~0c%20d%25" }, $defs }, () => "Odd")[0]).toBe(
      "Root = Odd[]",
    );
  });

  test("names that are taken are counted, in the order of the definitions", () => {
    const $defs = { a: { enum: [1, 2] }, b: { enum: [3, 4] }, c: { enum: [5, 6] } };
    const root = {
      type: "array",
      prefixItems: [{ $ref: "#/$defs/c" }, { $ref: "#/$defs/b" }, { $ref: "#/$defs/a" }],
      items: false,
    } as const;
    expect(printAll({ ...root, $defs }, () => "X")[0]).toBe("Root = [X_3?, X_2?, X?]");
  });

  test("a definition without a name is written in place", () => {
    expect(printAll({ $ref: "#/$defs/A", $defs: { A: address } }, () => null)).toEqual(["Root = { street?: string }"]);
  });
});

describe("hostile schemas", () => {
  const nest = (wrap: (inner: Schema) => Schema): Schema => {
    let schema: Schema = text;
    for (let level = 0; level < 5_000; level++) schema = wrap(schema);
    return schema;
  };
  test.each<[name: string, schema: Schema]>([
    ["objects", nest((inner) => ({ type: "object", properties: { a: inner }, required: ["a"] }))],
    ["arrays", nest((inner) => ({ type: "array", items: inner, minItems: 1 }))],
    ["allOf", nest((inner) => ({ allOf: [inner] }))],
    ["not", nest((inner) => ({ not: inner }))],
    ["anyOf twice", nest((inner) => ({ anyOf: [inner, inner] }))],
    ["oneOf twice", nest((inner) => ({ oneOf: [inner, inner] }))],
    ["if", nest((inner) => ({ if: inner, then: inner, else: inner }))],
  ])("5 000 levels of %s end", (_name, schema) => expect(isNever(typeOfSchema(schema))).toBeTypeOf("boolean"));
});
