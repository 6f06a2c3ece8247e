import { describe, expect, it } from "vitest";
import { validatorOf } from "../../../src/containment/validator-of.js";

describe("validatorOf", () => {
  it("is made once for each schema, and says what the schema says", () => {
    const schema = { type: "string" } as const;
    expect(validatorOf(schema)).toBe(validatorOf(schema));
    expect([validatorOf(schema)("a"), validatorOf(schema)(1)]).toEqual([true, false]);
  });

  it("takes true and false as they are", () => {
    expect([validatorOf(true)(1), validatorOf(false)(1)]).toEqual([true, false]);
  });
});
