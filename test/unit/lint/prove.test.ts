import { expect, it } from "vitest";
import { compareSchemas, tryCompile } from "../../../src/lint/prove.js";
import type { Schema, SchemaObject } from "../../../src/schema/json-schema.js";

/** Deeper than ajv's compiler can go. */
const deep: SchemaObject = Array.from({ length: 20_000 }).reduce<SchemaObject>((items) => ({ items }), {
  type: "string",
});

it.each<[SchemaObject, SchemaObject, string]>([
  [{ type: "integer" }, { type: "number" }, "included"],
  [{ type: "number" }, { type: "integer" }, "not-included"],
  [deep, { type: "string" }, "unknown"],
])("compareSchemas, case %#, is %3$j", (a, b, want) => {
  expect(compareSchemas(a, b)).toBe(want);
});

it("tryCompile gives a validator, and null where none can be made", () => {
  const schema: Schema = { type: "string" };
  expect(tryCompile(schema)?.("a")).toBe(true);
  expect(tryCompile(schema)?.(1)).toBe(false);
  expect(tryCompile(deep)).toBeNull();
});
