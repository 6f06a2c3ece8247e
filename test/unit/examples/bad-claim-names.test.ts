import { describe, expect, it } from "vitest";
import { badTokenCases } from "../../../src/runtime/testing/bad-token-cases.js";
import { createTokenIssuer } from "../../../src/runtime/testing/token-issuer.js";
import { kitOf } from "../../support/token-kit.js";
import { tryBadToken } from "../../support/try-bad-token.js";

const TEXT = { type: "string" };
const requiring = (properties: object) => ({ type: "object", properties, required: Object.keys(properties) });
const user = requiring({ kind: { const: "user" }, email: TEXT });
const bot = requiring({ kind: { const: "bot" }, owner: TEXT });
const card = { type: "object", properties: { card: TEXT, code: TEXT } };

interface Shape {
  readonly schema: object;
  /** Of the example, times apart. */
  readonly example: object;
  /** Claims that can be missing and misnamed, but for `exp`. */
  readonly missing: readonly string[];
  /** Claims that cannot be invalid alone. */
  readonly alwaysValid: readonly string[];
}

const SHAPES: readonly (readonly [string, Shape])[] = [
  [
    "alternatives of claims",
    {
      schema: { ...requiring({ kind: TEXT }), anyOf: [user, bot] },
      example: { kind: "user", email: "ada@example.com" },
      missing: ["kind"],
      alwaysValid: ["owner"],
    },
  ],
  [
    "exclusive alternatives of claims",
    {
      schema: { ...requiring({ kind: TEXT }), oneOf: [user, bot] },
      example: { kind: "user", email: "ada@example.com" },
      missing: ["kind"],
      alwaysValid: ["owner"],
    },
  ],
  [
    "alternatives in a claim",
    {
      schema: requiring({ who: { oneOf: [user, bot] } }),
      example: { who: { kind: "user", email: "ada@example.com" } },
      missing: ["who"],
      alwaysValid: [],
    },
  ],
  [
    "a condition",
    {
      schema: {
        ...requiring({ plan: { enum: ["pro", "free"] } }),
        if: { properties: { plan: { const: "pro" } } },
        ...{ then: requiring({ seats: { type: "integer", minimum: 1 } }) },
      },
      example: { plan: "pro", seats: 1 },
      missing: ["plan"],
      alwaysValid: [],
    },
  ],
  [
    "claims that ask for others",
    {
      schema: { ...card, dependentRequired: { card: ["code"] } },
      example: { card: "card-1", code: "code-1" },
      missing: [],
      alwaysValid: [],
    },
  ],
  [
    "members that are required",
    {
      schema: requiring({ org: requiring({ id: TEXT, name: TEXT }) }),
      example: { org: { id: "id-1", name: "Ada Example" } },
      missing: ["org"],
      alwaysValid: [],
    },
  ],
  [
    "patterns of names",
    {
      schema: { ...requiring({ sub: TEXT, x_a: {} }), patternProperties: { "^x_": { type: "integer" } } },
      example: { sub: "user-1", x_a: 1 },
      missing: ["sub", "x_a"],
      alwaysValid: [],
    },
  ],
  [
    "listed values with null among them, and any value",
    {
      schema: requiring({ none: { const: null }, some: { enum: [null, 1] }, any: {} }),
      example: { none: null, some: null, any: "any-1" },
      missing: ["none", "some", "any"],
      alwaysValid: ["any"],
    },
  ],
  [
    "lists",
    {
      schema: requiring({ list: { type: "array", items: requiring({ id: TEXT }), minItems: 1 } }),
      example: { list: [{ id: "id-1" }] },
      missing: ["list"],
      alwaysValid: [],
    },
  ],
  [
    "limits without a type",
    {
      schema: requiring({
        ...{ least: { minimum: 5 }, most: { maximum: 5 }, long: { minLength: 12 }, short: { maxLength: 40 } },
        ...{ few: { maxItems: 2 }, small: { maxProperties: 1 }, names: { propertyNames: { pattern: "^[a-z]+$" } } },
        ...{ each: { uniqueItems: true }, made: { multipleOf: 7 }, mail: { format: "email" }, not: { not: TEXT } },
      }),
      example: expect.objectContaining({ least: 5, made: 7, mail: "ada@example.com" }),
      missing: ["least", "most", "long", "short", "few", "small", "names", "each", "made", "mail", "not"],
      alwaysValid: [],
    },
  ],
];

const WITH_POLICY = SHAPES.flatMap(([name, shape]) =>
  [{}, { unknownClaims: "reject" }].map((policy) => [name, policy, shape] as const),
);

describe("badClaimNames", () => {
  it.each(WITH_POLICY)("offers for %s with %j what verify refuses with the code", async (_, policy, shape) => {
    const { kit, consumer, examples, token } = await kitOf(shape.schema, policy);
    const { exp: _exp, iat: _iat, ...example } = examples.claims;
    expect(example).toEqual(shape.example);
    expect(kit.missing).toEqual([...shape.missing, "exp"]);
    expect(kit.misnamed).toEqual(kit.missing);
    const names = token.claimSet.claims.map(({ name }) => name);
    expect(names.filter((name) => !kit.invalid.includes(name))).toEqual(shape.alwaysValid);

    const issuer = await createTokenIssuer([kit.policy], { now: new Date("2026-06-01T12:00:00Z") });
    const source = { kit, issuer, overrides: undefined };
    const faults = await Promise.all(badTokenCases(kit).map((one) => tryBadToken(one, source, consumer)));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});
