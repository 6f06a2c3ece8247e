import { describe, expect, it } from "vitest";
import { drawValues } from "../../../src/examples/draw-values.js";
import type { Schema } from "../../../src/schema/json-schema.js";

const draw = (schema: Schema, definitions = {}) => drawValues(schema, definitions, { left: 1_000_000 });

describe("drawValues", () => {
  it("draws texts for a pattern, the same at every call", () => {
    const schema = { type: "string", pattern: "^acct_[A-Z0-9]{12}(-[a-z]{1,64}){0,9}$" } as const;
    expect(draw(schema)[0]).toMatch(/^acct_[A-Z0-9]{12}(-[a-z]{1,64}){0,9}$/);
    expect(draw(schema)).toEqual(draw(schema));
  });

  it.each<[what: string, schema: Schema]>([
    ["length", { type: "string", maxLength: 1e9 }],
    ["number of items", { type: "array", maxItems: 1e9, items: { type: "string" } }],
    ["number of what is contained", { type: "array", contains: { const: 1 }, maxContains: 1e9 }],
    ["number of members", { type: "object", maxProperties: 1e9, additionalProperties: { type: "string" } }],
  ])("stays small under a high upper limit of the %s", (_, schema) => {
    const values = draw(schema);
    expect(values).not.toEqual([]);
    for (const value of values) expect(JSON.stringify(value).length).toBeLessThan(2_000);
  });

  it("gives up where choices within choices all fail, once it has read as much as is allowed", () => {
    const definitions: Record<string, Schema> = { d0: { not: {} } };
    for (let at = 1; at <= 7; at += 1) {
      const within = (name: string) => ({
        type: "object" as const,
        required: [name],
        properties: { [name]: { $ref: `#/$defs/d${at - 1}` } },
      });
      definitions[`d${at}`] = { anyOf: [within("x"), within("y")] };
    }
    const budget = { left: 1_000 };
    drawValues({ $ref: "#/$defs/d7" }, definitions, budget);
    expect(budget.left).toBe(0);
    expect(drawValues({ type: "string" }, {}, budget)).toEqual([]);
  });

  it("takes no other keyword than those of JSON Schema for an order", () => {
    const odd = {
      type: "string",
      pattern: "^k[0-9]{3}$",
      faker: "internet.email",
      chance: "guid",
      template: "x",
    } as const;
    expect(draw(odd)[0]).toMatch(/^k[0-9]{3}$/);
  });

  it("leaves prototypes alone", () => {
    const schema: Schema = JSON.parse(
      '{"type":"object","allOf":[{"properties":{"__proto__":{"properties":{"polluted":{"const":1}},"required":["polluted"]}}},{"properties":{"__proto__":{"type":"object"},"constructor":{"properties":{"prototype":{"const":{"polluted":1}}},"required":["prototype"]}}}],"required":["__proto__","constructor"]}',
    );
    draw(schema);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect("polluted" in {}).toBe(false);
  });
});
