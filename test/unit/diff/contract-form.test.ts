import { describe, expect, it } from "vitest";
import { contractForm, isSameForm } from "../../../src/diff/contract-form.js";
import type { Schema, SchemaObject } from "../../../src/schema/json-schema.js";

describe("contractForm", () => {
  it("sees a change of a definition that is met where the form is too large to write it out", () => {
    const members = Array.from({ length: 20_001 }, (_, index): [string, Schema] => [`m${index}`, {}]);
    const root: SchemaObject = { properties: { ...Object.fromEntries(members), last: { $ref: "#/$defs/last" } } };
    const formWith = (last: Schema) => contractForm(root, { last });
    expect(isSameForm(formWith({ type: "string" }), formWith({ type: "integer" }))).toBe(false);
    expect(isSameForm(formWith({ type: "string" }), formWith({ type: "string", title: "Last" }))).toBe(true);
  });
});
