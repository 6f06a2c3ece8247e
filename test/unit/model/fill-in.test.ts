import { describe, expect, it } from "vitest";
import type { FilledIn } from "../../../src/model/model.js";
import { claimSetOf } from "../../support/project.js";

/** What issue fills in for one claim of a claim set. */
function filledIn(
  name: string,
  schema: unknown,
  token: Readonly<Record<string, unknown>> = {},
): FilledIn | null | undefined {
  return claimSetOf(schema, token).claims.find((claim) => claim.name === name)?.filledIn;
}

const POLICY: FilledIn = { by: "policy" };

describe("a claim whose schema is a const", () => {
  it.each(["v1", 1, null, false, { a: [1] }, []])("is filled in with %j where it is required", (value) => {
    expect(filledIn("version", { properties: { version: { const: value } }, required: ["version"] })).toEqual({
      by: "const",
      value,
    });
  });

  it("is left out where it is optional: nobody said it", () => {
    expect(filledIn("version", { properties: { version: { const: 1 } } })).toBeNull();
  });

  it("is found behind references and allOf", () => {
    const $defs = { one: { allOf: [{ const: 1 }] } };
    expect(
      filledIn("version", { properties: { version: { $ref: "#/$defs/one" } }, required: ["version"], $defs }),
    ).toEqual({
      by: "const",
      value: 1,
    });
  });

  it("is not found in a branch that need not apply", () => {
    const version = { anyOf: [{ const: 1 }, { const: 2 }] };
    expect(filledIn("version", { properties: { version }, required: ["version"] })).toBeNull();
  });

  it("is filled in whatever its name", () => {
    const properties = JSON.parse('{"__proto__": {"const": 1}, "constructor": {"const": 2}}');
    const schema = { properties, required: ["__proto__", "constructor"] };
    expect(filledIn("__proto__", schema)).toEqual({ by: "const", value: 1 });
    expect(filledIn("constructor", schema)).toEqual({ by: "const", value: 2 });
  });

  it("wins over the policy", () => {
    const schema = { properties: { iss: { const: "https://other.example" } } };
    expect(filledIn("iss", schema, { issuer: "https://auth.acme.example" })).toEqual({
      by: "const",
      value: "https://other.example",
    });
  });
});

describe("the times", () => {
  it("are always known to issue, but for nbf", () => {
    expect(filledIn("exp", {})).toEqual(POLICY);
    expect(filledIn("iat", {})).toEqual(POLICY);
    expect(filledIn("nbf", {})).toBeNull();
  });
});

describe("the issuer", () => {
  it.each([
    { issuer: "a", want: POLICY },
    { issuer: ["a"], want: POLICY },
    { issuer: ["a", "b"], want: null },
  ])("$issuer", ({ issuer, want }) => {
    expect(filledIn("iss", {}, { issuer })).toEqual(want);
  });

  it("is the producer's where the policy names none", () => {
    expect(filledIn("iss", { properties: { iss: { type: "string" } } })).toBeNull();
  });
});

describe("the audience", () => {
  it.each([
    { audience: "a", aud: {}, want: POLICY },
    { audience: ["a"], aud: {}, want: POLICY },
    { audience: ["a", "b"], aud: {}, want: null },
    { audience: "a", aud: { type: "string" }, want: POLICY },
    { audience: "a", aud: { type: "array", items: { type: "string" } }, want: { by: "const", value: ["a"] } },
    { audience: ["a"], aud: { type: "array" }, want: { by: "const", value: ["a"] } },
    { audience: ["a", "b"], aud: { type: "array" }, want: null },
  ])("$audience where the schema says $aud", ({ audience, aud, want }) => {
    expect(filledIn("aud", { properties: { aud } }, { audience })).toEqual(want);
  });
});

describe("the token's id", () => {
  it("is not added to a claim set that does not have it", () => {
    expect(filledIn("jti", {})).toBeUndefined();
  });

  it("is filled in where the profile adds it", () => {
    expect(filledIn("jti", {}, { profile: "rfc9068" })).toEqual(POLICY);
  });

  it.each([
    {},
    { type: "string" },
    { format: "uuid" },
    { minLength: 1, maxLength: 36 },
    { minLength: 36 },
    { pattern: "^[0-9a-f-]+$" },
    { pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" },
  ])("is a UUID where the schema admits one: %j", (jti) => {
    expect(filledIn("jti", { properties: { jti } })).toEqual(POLICY);
  });

  it.each([
    { maxLength: 35 },
    { minLength: 37 },
    { format: "uri" },
    { pattern: "^tok_" },
    { pattern: "^3" },
    { enum: ["a", "b"] },
    { not: { pattern: "^3" } },
    { oneOf: [{ pattern: "^a" }, { pattern: "^b" }] },
    { oneOf: [{ minLength: 1 }, { maxLength: 36 }] },
    { if: { minLength: 30 }, then: false },
    { anyOf: [{ maxLength: 8 }, { minLength: 64 }] },
    { allOf: [{ pattern: "^tok_" }] },
    { if: { minLength: 30 }, then: { pattern: "^x" } },
  ])("is the producer's where the schema does not surely admit one: %j", (jti) => {
    expect(filledIn("jti", { properties: { jti } })).toBeNull();
  });
});
