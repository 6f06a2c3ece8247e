import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../../src/errors.js";
import { bundleSchema } from "../../../../src/schema/bundle/bundle.js";
import type { JsonValue } from "../../../../src/schema/json-schema.js";
import { KEYWORDS } from "../../../../src/schema/keywords.js";
import { memoryReader } from "../../../support/memory-reader.js";

const VALUES: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  "",
  "text",
  "string",
  [],
  ["a"],
  ["a", "a"],
  [1],
  ["string", "null"],
  ["string", "string"],
  ["nope"],
  {},
  { a: {} },
  { a: true },
  { a: 1 },
  { a: [] },
  { a: ["b"] },
  { a: ["b", "b"] },
  [{}],
  [true],
  [[]],
];

const METASCHEMAS = [
  { uri: "http://json-schema.org/draft-07/schema#", ajv: new Ajv() },
  { uri: "https://json-schema.org/draft/2019-09/schema", ajv: new Ajv2019() },
  { uri: "https://json-schema.org/draft/2020-12/schema", ajv: new Ajv2020() },
];

/** Stricter on purpose, or about what another stage checks: `$id`, `$schema` and references have errors of their own. */
const ELSEWHERE = new Set([
  "$id",
  "$schema",
  "$ref",
  "$dynamicRef",
  "$recursiveRef",
  "$anchor",
  "$dynamicAnchor",
  "$vocabulary",
  "$recursiveAnchor",
  "id",
  "tsType",
  "tsEnumNames",
]);

function isRefused(schema: JsonValue): boolean {
  try {
    bundleSchema({ file: "a.json", pointer: "" }, memoryReader({ "a.json": schema }));
    return false;
  } catch (error) {
    if (error instanceof SchemaError && error.code === "invalid_schema") return true;
    throw error;
  }
}

describe.each(METASCHEMAS)("keyword values are refused as by the metaschema $uri", ({ uri, ajv }) => {
  it.each([...KEYWORDS.keys()].filter((name) => !ELSEWHERE.has(name)))("%s", (name) => {
    for (const value of VALUES) {
      const schema = { $schema: uri, [name]: value };
      // `enum: []`, `enum: ["a", "a"]` and `items: []` have a meaning, and only some of the metaschemas refuse them.
      const isHarmless = Array.isArray(value) && (name === "enum" || (name === "items" && value.length === 0));
      if (ajv.validateSchema(schema) === true || isHarmless) continue;
      expect({ value, refused: isRefused(schema) }).toEqual({ value, refused: true });
    }
  });
});
