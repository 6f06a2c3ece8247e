// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what a hostile schema may hold.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: what a hostile schema may hold.
import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../../src/errors.js";
import { compileSchema, compileValidators } from "../../../../src/schema/compile/compile.js";
import type { Schema } from "../../../../src/schema/json-schema.js";
import { runValidators } from "../../../support/run-validators.js";

/** The verdicts of both forms of a validator; they have to be the same. */
function verdict(schema: Schema, value: unknown): boolean {
  const inMemory = compileSchema(schema)(value);
  const standalone = runValidators(compileValidators({ validate: schema }))["validate"]?.(value);
  expect(standalone).toBe(inMemory);
  return inMemory;
}

describe("compileValidators", () => {
  it("gives code that needs no more than the named functions of the runtime", () => {
    const compiled = compileValidators({
      open: {
        properties: {
          a: { minLength: 2, format: "date-time" },
          b: { uniqueItems: true, items: { format: "email" } },
          c: { const: { x: 1 }, format: "uri", pattern: "^\\p{L}" },
        },
      },
    });
    expect(compiled.imports).toEqual({
      validation: ["equal", "ucs2length"],
      formats: ["isDateTime", "isUri"],
      firstPass: ["all", "isObject", "isUnique", "withFirstPass"],
      faults: ["append", "faultsAt", "finish", "membersOf", "own"],
    });
    expect(compiled.exports).toEqual(["open"]);
    expect(compiled.code).not.toMatch(/\brequire\b|\bimport\b|\beval\b|\bFunction\b|\bexport\b/);
  });

  it("leaves every complaint in errors, in ajv's form without a message", () => {
    const { v } = runValidators(compileValidators({ v: { required: ["a"], properties: { b: { type: "string" } } } }));
    expect(v?.({ b: 1 })).toBe(false);
    expect(v?.errors).toEqual([
      { instancePath: "", schemaPath: "#/required", keyword: "required", params: { missingProperty: "a" } },
      { instancePath: "/b", schemaPath: "#/properties/b/type", keyword: "type", params: { type: "string" } },
    ]);
    expect(v?.({ a: 1 })).toBe(true);
    expect(v?.errors).toBeNull();
  });

  it("compiles equal schemas once", () => {
    const { code } = compileValidators({
      open: { type: "string" },
      closed: { type: "string", title: "An annotation" },
    });
    expect(code).toMatch(/\nconst closed = open;\n$/);
  });

  it("gives a schema the same code whatever is compiled with it", () => {
    const schema: Schema = {
      $defs: { x: { properties: { y: { $ref: "#/$defs/x" } } } },
      properties: { z: { $ref: "#/$defs/x" } },
    };
    const alone = compileValidators({ v: schema }).code;
    expect(compileValidators({ other: { items: { minLength: 2 } }, v: schema }).code.endsWith(alone)).toBe(true);
  });

  it.each([
    "*/ evil()",
    "`${evil()}`",
    "a\u2028b",
    "</script>",
    '"; evil(); "',
    "\\",
    "\u0000",
    "\ud800",
    "__proto__",
    "constructor",
    "if(!props0 || !props0[key0]){",
  ])("keeps the name %j inside strings", (name) => {
    const schema = JSON.parse(`{
        "type": "object",
        "properties": { ${JSON.stringify(name)}: { "enum": [{ ${JSON.stringify(name)}: 1 }, ${JSON.stringify(name)}], "description": ${JSON.stringify(name)} } },
        "required": [${JSON.stringify(name)}],
        "dependentRequired": { ${JSON.stringify(name)}: ["beside"] },
        "additionalProperties": { "const": { ${JSON.stringify(name)}: [] } }
      }`) as Schema;
    const value = (text: string): unknown => JSON.parse(text.replaceAll("NAME", () => JSON.stringify(name)));
    expect(verdict(schema, value('{ NAME: NAME, "beside": { NAME: [] } }'))).toBe(true);
    expect(verdict(schema, value('{ NAME: { NAME: 1 }, "beside": { NAME: [] } }'))).toBe(true);
    expect(verdict(schema, value('{ NAME: { NAME: 2 }, "beside": { NAME: [] } }'))).toBe(false);
    expect(verdict(schema, value("{ NAME: NAME }"))).toBe(false);
    expect(verdict(schema, value('{ "beside": { NAME: [] } }'))).toBe(false);
    expect(compileValidators({ v: schema }).code).not.toMatch(/[\u2028\u0000]|<\/script/);
  });
});

describe("validators", () => {
  it.each<[what: string, schema: Schema, value: unknown, want: boolean]>([
    ["do not take inherited members for required ones", { required: ["toString"] }, {}, false],
    ["take an unknown format for an annotation", { format: "constructor" }, "x", true],
    ["assert a known format", { format: "email" }, "x", false],
    ["assert a format of a function", { format: "date" }, "2026-02-30", false],
    ["assert a format of numbers", { format: "int32" }, 1.5, false],
    [
      "take keywords that only ajv knows for annotations",
      { type: "string", nullable: true, $async: true, discriminator: {}, id: 1 },
      null,
      false,
    ],
    ["refuse everything where enum is empty", { enum: [] }, 1, false],
    ["count code points", { maxLength: 1 }, "😀", true],
    ["match patterns in Unicode mode", { pattern: "^.$" }, "😀", true],
    ["refuse what is no finite number", { type: "number" }, Number.NaN, false],
    [
      "see an undeclared constructor beside a pattern",
      { patternProperties: { "^x": true }, unevaluatedProperties: false },
      { constructor: 1 },
      false,
    ],
    [
      "see an undeclared toString beside branches",
      { anyOf: [{ properties: { a: true } }, { properties: { b: true } }], unevaluatedProperties: false },
      { toString: 1 },
      false,
    ],
    [
      "see undeclared items where no branch is taken",
      { anyOf: [{ prefixItems: [{ type: "string" }] }, true], unevaluatedItems: false },
      [1],
      false,
    ],
    [
      "count all items of a branch",
      { anyOf: [{ items: { type: "string" } }, true], unevaluatedItems: false },
      ["a", "b"],
      true,
    ],
    [
      "do not count what a failed if saw",
      { if: { properties: { a: { const: 1 } }, required: ["a"] }, else: {}, unevaluatedProperties: false },
      { a: 2 },
      false,
    ],
    [
      "see undeclared items beside contains",
      { contains: { type: "string" }, unevaluatedItems: false },
      ["a", 1],
      false,
    ],
    [
      "know what contains matched",
      { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
      [1, "a"],
      true,
    ],
    [
      "let additionalProperties evaluate all",
      { additionalProperties: true, unevaluatedProperties: false },
      { a: 1 },
      true,
    ],
    [
      "see undeclared names beside properties alone",
      { properties: { a: true }, unevaluatedProperties: false },
      { constructor: 1 },
      false,
    ],
    ["count what an if alone saw", { if: { properties: { a: true } }, unevaluatedProperties: false }, { a: 2 }, true],
    ["follow then", { if: { type: "string" }, then: { minLength: 2 }, else: { minimum: 2 } }, "a", false],
    ["follow else", { if: { type: "string" }, then: { minLength: 2 }, else: { minimum: 2 } }, 1, false],
    [
      "compare members called like methods",
      { const: { valueOf: 1, toString: [], constructor: {} } },
      { valueOf: 1, toString: [], constructor: {} },
      true,
    ],
    [
      "know a property called like a keyword",
      { properties: { $ref: { type: "string" }, $id: { type: "string" } } },
      { $ref: 1 },
      false,
    ],
  ])("%s", (_, schema, value, want) => {
    expect(verdict(schema, value)).toBe(want);
  });

  it("name the branch of an if that refused", () => {
    const validate = compileSchema({ if: { type: "string" }, then: { minLength: 2 } });
    expect(validate("a")).toBe(false);
    expect(validate.errors?.map(({ keyword, params }) => [keyword, params])).toEqual([
      ["minLength", { limit: 2 }],
      ["if", { failingKeyword: "then" }],
    ]);
  });

  it("recurse through definitions of any name", () => {
    const name = "a/b~c %\u2028*/";
    const $ref = `#/$defs/${encodeURIComponent("a~1b~0c %\u2028*/")}`;
    const schema: Schema = { $ref, $defs: { [name]: { properties: { x: { $ref } }, required: ["y"] } } };
    expect(verdict(schema, { y: 1, x: { y: 1 } })).toBe(true);
    expect(verdict(schema, { y: 1, x: {} })).toBe(false);
  });
});

it("compileSchema says too_complex where a schema nests deeper than ajv can write", () => {
  let schema: Schema = {};
  for (let level = 0; level < 20_000; level += 1) schema = { not: schema };
  expect(() => compileSchema(schema)).toThrow(SchemaError);
});
