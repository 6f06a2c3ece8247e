import { describe, expect, it } from "vitest";
import type { SchemaObject } from "../../../src/schema/json-schema.js";
import { readApplicators } from "../../../src/types/applicator-shapes.js";
import { declareTypes } from "../../../src/types/declare.js";
import type { Reading } from "../../../src/types/reading.js";
import { schemaToTypes } from "../../../src/types/schema-to-types.js";
import { ShapeReader } from "../../../src/types/shape-reader.js";

function partsOf(count: number): readonly SchemaObject[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "object",
    properties: { [`claim_${index}`]: index % 2 === 0 ? { type: "string" } : { $ref: "#/$defs/Org" } },
    ...(index % 3 === 0 ? { required: [`claim_${index}`] } : {}),
  }));
}

const $defs = { Org: { type: "object", properties: { id: { type: "string" } } } } as const;
const NAMING = { rootName: "Claims", nameDefinition: (name: string) => name };

describe("allOf", () => {
  it.each([2, 16, 17, 100])(
    "of %d parts has the type of one schema with all their claims, in their order",
    async (count) => {
      const parts = partsOf(count);
      const whole: SchemaObject = {
        type: "object",
        properties: Object.fromEntries(parts.flatMap(({ properties }) => Object.entries(properties ?? {}))),
        required: parts.flatMap(({ required = [] }) => required),
        $defs,
      };
      const apart = schemaToTypes({ allOf: parts, $defs }, NAMING).named;
      expect(await declareTypes(apart)).toBe(await declareTypes(schemaToTypes(whole, NAMING).named));
    },
  );

  it("copies a member of many parts once for each halving, and not once for each part", () => {
    const count = 1024;
    const reader = new ShapeReader(new Map(Object.entries($defs)));
    let copied = 0;
    const counting: Reading = {
      resolve: (reference) => reader.resolve(reference),
      read: (conjunction) => reader.read(conjunction),
      readSchema: (schema) => reader.readSchema(schema),
      isImpossible: (conjunction) => reader.isImpossible(conjunction),
      settle(shape) {
        copied += shape.objects?.reduce((sum, { members }) => sum + members.size, 0) ?? 0;
        return reader.settle(shape);
      },
    };
    const [shape, ...others] = readApplicators({ allOf: partsOf(count) }, counting);
    expect(others).toEqual([]);
    expect([...(shape?.objects?.[0]?.members.keys() ?? [])]).toEqual(partsOf(count).map((_, at) => `claim_${at}`));
    expect(copied).toBe(count * Math.log2(count));
  });
});
