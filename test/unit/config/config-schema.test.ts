import { readFileSync } from "node:fs";

import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

import { CONFIG_SCHEMA } from "../../../src/config/config-schema.js";

describe("the config's JSON Schema", () => {
  test("is what schemas/config.schema.json ships, member for member", () => {
    const shipped = readFileSync(new URL("../../../schemas/config.schema.json", import.meta.url), "utf8");
    expect(JSON.stringify(JSON.parse(shipped))).toBe(JSON.stringify(CONFIG_SCHEMA));
  });

  test("is a valid schema, by strict standards", () => {
    expect(new Ajv({ strict: true, allowUnionTypes: true }).validateSchema(CONFIG_SCHEMA)).toBe(true);
  });

  test("describes every property, for editors to show", () => {
    const without: string[] = [];
    const visit = (schema: unknown, path: string) => {
      if (typeof schema !== "object" || schema === null) return;
      const { properties, items, additionalProperties } = schema as Record<string, unknown>;
      for (const [name, property] of Object.entries(properties ?? {})) {
        if (typeof (property as { description?: unknown }).description !== "string") without.push(`${path}/${name}`);
        visit(property, `${path}/${name}`);
      }
      visit(items, `${path}/#`);
      visit(additionalProperties, `${path}/*`);
    };
    visit(CONFIG_SCHEMA, "");
    expect(without).toEqual([]);
  });
});
