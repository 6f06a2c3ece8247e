import { describe, expect, it } from "vitest";
import { Witnesses } from "../../../src/containment/witness.js";

describe("Witnesses", () => {
  it("confirms what one validator accepts and the other refuses, and nothing else", () => {
    const witnesses = new Witnesses({ type: "integer" }, { minimum: 1 });
    expect([0, 1, 0.5, "a"].map((value) => witnesses.isConfirmed(value))).toEqual([true, false, false, false]);
  });

  it("finds a value that the schemas border on", () => {
    expect(new Witnesses({ type: "integer", maximum: 40 }, { maximum: 39 }).search([])).toBe(40);
  });

  it("finds a value that differs in one part from one that is given", () => {
    const a = { type: "object", properties: { role: { enum: ["admin", "member"] } } } as const;
    const b = { properties: { role: { const: "member" } } };
    expect(new Witnesses(a, b).search([{ role: "member" }])).toEqual({ role: "admin" });
  });

  it("finds none where there is none", () => {
    expect(new Witnesses({ type: "string" }, { type: "string" }).search(["a"])).toBeUndefined();
  });
});
