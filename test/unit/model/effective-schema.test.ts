import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.js";
import type { ClaimSet } from "../../../src/model/model.js";
import { compileSchema } from "../../../src/schema/compile/compile.js";
import type { SchemaObject } from "../../../src/schema/json-schema.js";
import { claimSetOf } from "../../support/project.js";
import { thrownBy } from "../../support/thrown-by.js";

const ISSUER = "https://auth.acme.example";
const AUDIENCE = "https://api.acme.example";

/** Who declares each claim, and who demands it. */
function origins({ claims }: ClaimSet): Record<string, string> {
  return Object.fromEntries(
    claims.map((claim) => [claim.name, `${claim.declaredBy}/${claim.requiredBy ?? "optional"}`]),
  );
}

const accepts = (schema: SchemaObject, value: unknown): boolean => compileSchema(schema)(value);

describe("the claims that are in a claim set without being listed", () => {
  it.each([
    {
      when: "nothing is said",
      token: {},
      want: { exp: "rfc7519/rfc7519", iat: "rfc7519/optional", nbf: "rfc7519/optional" },
    },
    {
      when: "the policy names an issuer",
      token: { issuer: ISSUER },
      want: { iss: "policy/policy", exp: "rfc7519/rfc7519", iat: "rfc7519/optional", nbf: "rfc7519/optional" },
    },
    {
      when: "the policy names audiences",
      token: { audience: [AUDIENCE, "b"] },
      want: { aud: "policy/policy", exp: "rfc7519/rfc7519", iat: "rfc7519/optional", nbf: "rfc7519/optional" },
    },
    {
      when: "it is an access token of RFC 9068",
      token: { profile: "rfc9068" },
      want: {
        iss: "profile/profile",
        exp: "profile/rfc7519",
        aud: "profile/profile",
        sub: "profile/profile",
        client_id: "profile/profile",
        iat: "profile/profile",
        jti: "profile/profile",
        nbf: "rfc7519/optional",
      },
    },
    {
      when: "it is an ID token",
      token: { profile: "oidc-id-token" },
      want: {
        iss: "profile/profile",
        sub: "profile/profile",
        aud: "profile/profile",
        exp: "profile/rfc7519",
        iat: "profile/profile",
        nbf: "rfc7519/optional",
      },
    },
    {
      when: "it is a logout token",
      token: { profile: "oidc-logout-token" },
      want: {
        iss: "profile/profile",
        aud: "profile/profile",
        iat: "profile/profile",
        exp: "profile/rfc7519",
        jti: "profile/profile",
        events: "profile/profile",
        sub: "profile/optional",
        sid: "profile/optional",
        nbf: "rfc7519/optional",
      },
    },
  ])("when $when", ({ token, want }) => {
    const claimSet = claimSetOf({}, token);
    expect(origins(claimSet)).toEqual(want);
    expect(claimSet.claims.map(({ name }) => name)).toEqual(Object.keys(want));
  });

  it("come after those of the schema, which stay the schema's own", () => {
    const schema = { properties: { role: true, exp: { type: "number" }, sub: true }, required: ["sub"] };
    expect(Object.entries(origins(claimSetOf(schema, { issuer: ISSUER })))).toEqual([
      ["role", "schema/optional"],
      ["exp", "schema/rfc7519"],
      ["sub", "schema/schema"],
      ["iss", "policy/policy"],
      ["iat", "rfc7519/optional"],
      ["nbf", "rfc7519/optional"],
    ]);
  });

  it("are required in the schema that both sides read", () => {
    expect(
      claimSetOf({ required: ["role"], properties: { role: true } }, { issuer: ISSUER, audience: AUDIENCE }).schema
        .required,
    ).toEqual(["role", "exp", "iss", "aud"]);
  });

  it("of a logout token ask for a subject or a session, and for the event", () => {
    const { open } = claimSetOf({}, { profile: "oidc-logout-token" });
    const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
    const rest = { iss: "a", aud: "b", iat: 1, exp: 2, jti: "c" };
    expect(accepts(open, { ...rest, events, sub: "u" })).toBe(true);
    expect(accepts(open, { ...rest, events, sid: "s" })).toBe(true);
    expect(accepts(open, { ...rest, events })).toBe(false);
    expect(accepts(open, { ...rest, events: {}, sub: "u" })).toBe(false);
    expect(accepts(open, { ...rest, events, sub: "u", nonce: "n" })).toBe(false);
  });
});

describe("a registered claim obeys RFC 7519", () => {
  const cases: readonly { name: string; schema: unknown; accepts: readonly unknown[]; refuses: readonly unknown[] }[] =
    [
      { name: "sub", schema: true, accepts: ["u", ""], refuses: [1, null, ["u"], {}] },
      { name: "sub", schema: {}, accepts: ["u"], refuses: [1] },
      { name: "sub", schema: { minLength: 2 }, accepts: ["ab"], refuses: ["a", 1] },
      { name: "sub", schema: { type: ["string", "null"] }, accepts: ["u"], refuses: [null] },
      { name: "sub", schema: { enum: ["a", 1, null] }, accepts: ["a"], refuses: [1, null, "b"] },
      { name: "sub", schema: { not: { const: "root" } }, accepts: ["u"], refuses: ["root", 1] },
      { name: "exp", schema: true, accepts: [1.5, 0], refuses: ["1", null, true] },
      { name: "exp", schema: { type: "integer" }, accepts: [1], refuses: [1.5, "1"] },
      { name: "nbf", schema: { minimum: 10 }, accepts: [10], refuses: [9, "x"] },
      { name: "iat", schema: {}, accepts: [1], refuses: ["1", {}] },
      { name: "jti", schema: {}, accepts: ["x"], refuses: [1] },
      { name: "iss", schema: { format: "uri" }, accepts: ["https://a.example"], refuses: ["not a uri", 5] },
      { name: "aud", schema: true, accepts: ["a", ["a"], []], refuses: [1, [1], {}] },
      { name: "aud", schema: { type: "array" }, accepts: [["a"]], refuses: ["a", [1]] },
      { name: "aud", schema: { type: "array", minItems: 1, items: true }, accepts: [["a"]], refuses: [[], [1]] },
    ];
  it.each(cases)("$name: $schema", ({ name, schema, accepts: good, refuses }) => {
    const { open, closed } = claimSetOf({ properties: { [name]: schema } });
    for (const view of [open, closed]) {
      const isAccepted = compileSchema(view);
      for (const value of good) expect([value, isAccepted({ exp: 1, [name]: value })]).toEqual([value, true]);
      for (const value of refuses) expect([value, isAccepted({ exp: 1, [name]: value })]).toEqual([value, false]);
    }
  });

  it("also behind a reference, and where only a branch declares it", () => {
    const byReference = claimSetOf({ properties: { sub: { $ref: "#/$defs/id" } }, $defs: { id: { maxLength: 3 } } });
    const byBranch = claimSetOf({ allOf: [{ properties: { sub: {} } }] });
    for (const { closed } of [byReference, byBranch]) {
      expect(accepts(closed, { exp: 1, sub: "abc" })).toBe(true);
      expect(accepts(closed, { exp: 1, sub: 5 })).toBe(false);
    }
    expect(accepts(byReference.closed, { exp: 1, sub: "abcd" })).toBe(false);
  });

  it("without changing a definition that other claims refer to", () => {
    const { closed } = claimSetOf({
      properties: { sub: { $ref: "#/$defs/id" }, other: { $ref: "#/$defs/id" } },
      $defs: { id: { description: "An id." } },
    });
    expect(accepts(closed, { exp: 1, sub: "a", other: 5 })).toBe(true);
    expect(accepts(closed, { exp: 1, sub: 5 })).toBe(false);
  });

  it.each([
    { when: "silent", schema: {} },
    { when: "open by its own word", schema: { additionalProperties: true } },
    { when: "open by unevaluatedProperties", schema: { properties: { a: true }, unevaluatedProperties: true } },
    { when: "open by pattern", schema: { patternProperties: { "^x-": true } } },
  ])("for consumers even where the claim set, $when, does not declare it", ({ schema }) => {
    const { open } = claimSetOf(schema);
    for (const [name, wrong, right] of [
      ["sub", 1, "u"],
      ["iss", null, "i"],
      ["jti", {}, "j"],
      ["aud", 5, ["a"]],
      ["nbf", "1", 1],
    ] as const) {
      expect([name, accepts(open, { exp: 1, [name]: wrong })]).toEqual([name, false]);
      expect([name, accepts(open, { exp: 1, [name]: right })]).toEqual([name, true]);
    }
    expect(accepts(open, { exp: 1, undeclared: 1 })).toBe(true);
  });

  it.each([{ additionalProperties: false }, { unevaluatedProperties: false }])(
    "and a claim set that refuses undeclared claims (%j) refuses registered ones too",
    (statement) => {
      const { open } = claimSetOf({ properties: { a: true }, ...statement });
      expect(accepts(open, { exp: 1, a: 1 })).toBe(true);
      expect(accepts(open, { exp: 1, sub: "u" })).toBe(false);
      expect(accepts(open, { exp: 1, sub: 1 })).toBe(false);
    },
  );
});

/** The error of a claim set, in the parts that are told to the user. */
function refusal(schema: unknown, token: Readonly<Record<string, unknown>> = {}) {
  const error = thrownBy(() => claimSetOf(schema, token));
  expect(error).toBeInstanceOf(SchemaError);
  const { code, message, at, expected, hint } = error as SchemaError;
  return { code, message, at: { file: at?.file, pointer: at?.pointer, line: at?.line }, expected, hint };
}

describe("what contradicts a standard is refused, with its place", () => {
  it.each([
    {
      name: "exp",
      schema: { type: "string" },
      expected: "a number of seconds since 1970-01-01T00:00:00Z (RFC 7519 section 4.1.4)",
    },
    {
      name: "nbf",
      schema: { enum: ["soon"] },
      expected: "a number of seconds since 1970-01-01T00:00:00Z (RFC 7519 section 4.1.5)",
    },
    {
      name: "iat",
      schema: { type: ["string", "boolean"] },
      expected: "a number of seconds since 1970-01-01T00:00:00Z (RFC 7519 section 4.1.6)",
    },
    { name: "sub", schema: { type: "integer" }, expected: "a string (RFC 7519 section 4.1.2)" },
    { name: "iss", schema: { const: 5 }, expected: "a string (RFC 7519 section 4.1.1)" },
    { name: "jti", schema: { type: "object" }, expected: "a string (RFC 7519 section 4.1.7)" },
    { name: "aud", schema: { type: "number" }, expected: "a string or an array of strings (RFC 7519 section 4.1.3)" },
  ])("$name: $schema", ({ name, schema, expected }) => {
    expect(refusal({ title: "T", properties: { other: true, [name]: schema } })).toEqual({
      code: "contradicts_standard",
      message: `This schema for "${name}" contradicts its standard.`,
      at: { file: "schema.json", pointer: `/properties/${name}`, line: 5 },
      expected,
      hint: `Narrow "${name}" within its standard, or use a private claim with another name.`,
    });
  });

  it("in a branch that always applies", () => {
    expect(refusal({ allOf: [{ properties: { exp: { type: "string" } } }] }).at.pointer).toBe(
      "/allOf/0/properties/exp",
    );
  });

  it("a claim that the profile forbids", () => {
    expect(refusal({ properties: { nonce: { type: "string" } } }, { profile: "oidc-logout-token" })).toEqual({
      code: "contradicts_standard",
      message: 'OpenID Connect Back-Channel Logout 1.0 section 2.4 forbids the claim "nonce" in this kind of token.',
      at: { file: "schema.json", pointer: "/properties/nonce", line: 3 },
      expected: 'no claim "nonce" with the profile oidc-logout-token',
      hint: 'Remove "nonce" from the claim set, or choose another profile.',
    });
  });

  it("but not a forbidden claim that is forbidden here too", () => {
    expect(() => claimSetOf({ properties: { nonce: false } }, { profile: "oidc-logout-token" })).not.toThrow();
  });
});

describe("a claim set that refuses what every token holds is refused, with its place", () => {
  const cases: readonly { schema: unknown; token?: Record<string, unknown>; name: string; pointer: string }[] = [
    { schema: { properties: { exp: false } }, name: "exp", pointer: "/properties/exp" },
    { schema: { properties: { role: false }, required: ["role"] }, name: "role", pointer: "/properties/role" },
    { schema: { properties: { iss: false } }, token: { issuer: ISSUER }, name: "iss", pointer: "/properties/iss" },
    {
      schema: { properties: { client_id: false } },
      token: { profile: "rfc9068" },
      name: "client_id",
      pointer: "/properties/client_id",
    },
    {
      schema: { allOf: [{ properties: { a: true }, additionalProperties: false }] },
      name: "exp",
      pointer: "/allOf/0/additionalProperties",
    },
    { schema: { allOf: [true, { properties: { exp: false } }] }, name: "exp", pointer: "/allOf/1/properties" },
    {
      schema: { allOf: [{ properties: { a: true }, unevaluatedProperties: false }] },
      name: "exp",
      pointer: "/allOf/0/unevaluatedProperties",
    },
  ];
  it.each(cases)("$schema", ({ schema, token, name, pointer }) => {
    expect(refusal(schema, token)).toMatchObject({
      code: "unsatisfiable",
      message: `Every token holds the claim "${name}", and this schema refuses it.`,
      at: { file: "schema.json", pointer },
      expected: `a schema that admits "${name}"`,
      hint: `Declare "${name}" there, or let the claim set's root say which claims there are.`,
    });
  });

  it("but a root that refuses undeclared claims admits those that are implied", () => {
    const { closed } = claimSetOf({ properties: { a: true }, additionalProperties: false }, { issuer: ISSUER });
    expect(accepts(closed, { exp: 1, iss: "i", a: 1 })).toBe(true);
  });
});

describe("a schema that describes no object is no claim set", () => {
  it.each([
    { schema: false, pointer: "" },
    { schema: { type: "string" }, pointer: "/type" },
    { schema: { type: ["string", "null"] }, pointer: "/type" },
  ])("$schema", ({ schema, pointer }) => {
    expect(refusal(schema)).toMatchObject({
      code: "not_a_claim_set",
      at: { file: "schema.json", pointer },
      expected: 'a schema of "type": "object"',
    });
  });

  it.each([true, {}, { type: "object" }, { type: ["object", "null"] }])("but %j is one", (schema) => {
    const { schema: effective, closed } = claimSetOf(schema);
    expect(effective.type).toBe("object");
    expect(accepts(closed, null)).toBe(false);
  });
});
