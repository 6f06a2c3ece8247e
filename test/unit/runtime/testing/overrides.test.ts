import { describe, expect, it } from "vitest";
import { applyOverrides } from "../../../../src/runtime/testing/overrides.js";

const BASE = { role: "member", address: { city: "Berlin", country: "DE" }, roles: ["a", "b"] };

describe("applyOverrides", () => {
  it.each([
    ["nothing", {}, BASE],
    ["a claim", { role: "admin" }, { ...BASE, role: "admin" }],
    ["a member of a claim", { address: { city: "Bonn" } }, { ...BASE, address: { city: "Bonn", country: "DE" } }],
    ["a list, as a whole", { roles: ["c"] }, { ...BASE, roles: ["c"] }],
    ["an object in place of another value", { role: { a: 1 } }, { ...BASE, role: { a: 1 } }],
    ["null in place of an object", { address: null }, { ...BASE, address: null }],
  ])("replaces %s", (_, overrides, want) => {
    expect(applyOverrides(BASE, overrides)).toEqual(want);
  });

  it("takes out what is undefined", () => {
    expect(Object.keys(applyOverrides(BASE, { role: undefined }) as object)).toEqual(["address", "roles"]);
  });

  it("gives a copy that shares nothing with the example", () => {
    const copy = applyOverrides(BASE, {}) as typeof BASE;
    expect(copy.address).not.toBe(BASE.address);
    expect(copy.roles).not.toBe(BASE.roles);
  });

  it("takes `__proto__` for a name like any other", () => {
    const overrides = JSON.parse('{"__proto__":{"admin":true}}');
    const result = applyOverrides({}, overrides) as object;
    expect(Object.keys(result)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });
});
