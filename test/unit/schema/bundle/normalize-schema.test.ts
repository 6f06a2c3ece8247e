// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema.
import { describe, expect, it } from "vitest";
import { bundleSchema } from "../../../../src/schema/bundle/bundle.js";
import type { JsonObject, JsonValue } from "../../../../src/schema/json-schema.js";
import { memoryReader } from "../../../support/memory-reader.js";

const URIS = {
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
};

function normalized(dialect: keyof typeof URIS, schema: JsonObject): unknown {
  const files = { "a.json": { $schema: URIS[dialect], ...schema } };
  return bundleSchema({ file: "a.json", pointer: "" }, memoryReader(files)).schema;
}

const one = { minLength: 1 };
const two = { minLength: 2 };

describe("a schema of draft-07 becomes 2020-12", () => {
  it.each<[what: string, given: JsonObject, want: JsonValue]>([
    ["an array of items", { items: [one, two], additionalItems: false }, { prefixItems: [one, two], items: false }],
    ["an empty array of items", { items: [], additionalItems: one }, { items: one }],
    ["one schema for items makes additionalItems nothing", { items: one, additionalItems: false }, { items: one }],
    ["additionalItems alone is nothing", { additionalItems: false }, {}],
    [
      "dependencies of both kinds",
      { dependencies: { a: ["b"], c: one, d: false } },
      { dependentRequired: { a: ["b"] }, dependentSchemas: { c: one, d: false } },
    ],
    [
      "a reference without its siblings, but with its annotations",
      { items: { $ref: "#/definitions/x", maxLength: 1, description: "d" }, definitions: { x: one } },
      { items: { $ref: "#/$defs/x", description: "d" }, $defs: { x: one } },
    ],
    [
      "keywords of later drafts are dropped, as they did not validate",
      {
        prefixItems: [false],
        unevaluatedProperties: false,
        unevaluatedItems: false,
        dependentRequired: { a: ["b"] },
        dependentSchemas: { a: false },
        minContains: 2,
        contains: true,
        $anchor: 1,
        $dynamicRef: "#x",
        $recursiveRef: "#",
        $defs: 1,
      },
      { contains: true },
    ],
    [
      "an $id that is an anchor",
      { items: { $ref: "#x" }, definitions: { y: { $id: "#x", ...one } } },
      { items: { $ref: "#/$defs/y" }, $defs: { y: one } },
    ],
    ["then and else without if", { then: false, else: false }, {}],
    [
      "exact limits",
      { exclusiveMinimum: 1, multipleOf: 0.5, maxLength: 2.0 },
      { exclusiveMinimum: 1, multipleOf: 0.5, maxLength: 2 },
    ],
  ])("%s", (_, given, want) => {
    expect(normalized("draft-07", given)).toEqual(want);
  });
});

describe("a schema of 2019-09 becomes 2020-12", () => {
  it.each<[what: string, given: JsonObject, want: JsonValue]>([
    ["an array of items", { items: [one], additionalItems: two }, { prefixItems: [one], items: two }],
    [
      "a reference keeps its siblings",
      { items: { $ref: "#/$defs/x", ...two }, $defs: { x: one } },
      { items: { $ref: "#/$defs/x", ...two }, $defs: { x: one } },
    ],
    [
      "contains stays where nothing asks what was evaluated",
      { contains: one, minContains: 2, maxContains: 3 },
      { contains: one, minContains: 2, maxContains: 3 },
    ],
    [
      "contains evaluates nothing",
      { contains: one, maxContains: 3, unevaluatedItems: false },
      { unevaluatedItems: false, allOf: [{ not: { not: { contains: one, maxContains: 3 } } }] },
    ],
    ["limits without contains", { minContains: 2, maxContains: 3 }, {}],
    [
      "a recursive reference to the root that declares itself",
      { $recursiveAnchor: true, items: { $recursiveRef: "#" } },
      { items: { $ref: "#/$defs/root" }, $defs: { root: { items: { $ref: "#/$defs/root" } } } },
    ],
    ["keywords of 2020-12 are dropped", { prefixItems: [false], $dynamicRef: "#x", $dynamicAnchor: "x" }, {}],
    [
      "dependencies beside their successors",
      { dependencies: { a: ["b"], c: one }, dependentRequired: { a: ["b", "d"] }, dependentSchemas: { c: two } },
      { dependentRequired: { a: ["b", "d"] }, dependentSchemas: { c: { allOf: [one, two] } } },
    ],
  ])("%s", (_, given, want) => {
    expect(normalized("2019-09", given)).toEqual(want);
  });
});

describe("a schema of 2020-12", () => {
  it.each<[what: string, given: JsonObject, want: JsonValue]>([
    [
      "keeps its keywords",
      { prefixItems: [one], items: two, contains: one, minContains: 0, unevaluatedItems: false },
      { prefixItems: [one], items: two, contains: one, minContains: 0, unevaluatedItems: false },
    ],
    [
      "says a second reference in allOf",
      {
        allOf: [one],
        items: { $ref: "#/$defs/x", $dynamicRef: "#y", allOf: [two] },
        $defs: { x: one, y: { $dynamicAnchor: "y", ...two } },
      },
      { allOf: [one], items: { $ref: "#/$defs/x", allOf: [two, { $ref: "#/$defs/y" }] }, $defs: { x: one, y: two } },
    ],
    ["drops additionalItems, which it does not have", { additionalItems: false }, {}],
    ["drops the definitions that nothing refers to", { $defs: { x: one }, definitions: { y: two } }, {}],
    [
      "keeps data that looks like a schema",
      { const: { $ref: "#/x", items: [1] }, "x-acme": { properties: 1 } },
      { const: { $ref: "#/x", items: [1] }, "x-acme": { properties: 1 } },
    ],
  ])("%s", (_, given, want) => {
    expect(normalized("2020-12", given)).toEqual(want);
  });
});

it("each file keeps to its own draft", () => {
  const files = {
    "a.json": { properties: { p: { $ref: "b.json" } }, dependentRequired: { a: ["b"] } },
    "b.json": { $schema: URIS["draft-07"], items: [one], dependentRequired: { a: ["b"] } },
  };
  expect(bundleSchema({ file: "a.json", pointer: "" }, memoryReader(files)).schema).toEqual({
    properties: { p: { $ref: "#/$defs/b" } },
    dependentRequired: { a: ["b"] },
    $defs: { b: { prefixItems: [one] } },
  });
});
