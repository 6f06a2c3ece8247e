import { describe, expect, it } from "vitest";
import { kitOf } from "../../support/token-kit.js";

/** A claim set whose properties are all required. */
const requiring = (properties: object) => ({ type: "object", properties, required: Object.keys(properties) });

/** Lists of a hundred lists, so many times. */
const nested = (times: number, items: object): object =>
  times === 0 ? items : nested(times - 1, { type: "array", minItems: 100, items });

const names = (from: number) => Array.from({ length: 30_000 }, (_, at) => `name-${from + at}`);

async function examplesOf(schema: object, policy: object = {}) {
  const { examples } = await kitOf(schema, { ...policy });
  return examples;
}

describe("exampleClaims", () => {
  it("holds what is demanded and what is not deprecated, with the policy's parties and times", async () => {
    const schema = {
      type: "object",
      properties: { sub: {}, role: { enum: ["admin"] }, old: { type: "string", deprecated: true } },
      required: ["sub"],
    };
    const policy = {
      profile: "rfc9068",
      issuer: "https://login.example/{tenant}",
      audience: ["https://a.example", "https://b.example"],
    };
    expect(await examplesOf(schema, policy)).toEqual({
      claims: {
        sub: "user-1",
        role: "admin",
        iss: "https://login.example/tenant",
        exp: 1_767_226_500,
        aud: "https://a.example",
        client_id: "client-1",
        iat: 1_767_225_600,
        jti: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01",
      },
      missing: [],
    });
  });

  it("leaves out a claim whose pattern could take for ever, and says so of one that is demanded", async () => {
    const slow = { type: "string", pattern: "^(?=a)(a+)+$", examples: ["aa", `${"a".repeat(60)}!`] };
    const optional = { ...requiring({ sub: { const: "me" } }), properties: { sub: { const: "me" }, slow } };
    expect(await examplesOf(optional)).toMatchObject({ claims: { sub: "me" }, missing: [] });
    expect((await examplesOf(optional)).claims).not.toHaveProperty("slow");
    expect(await examplesOf(requiring({ slow }))).toMatchObject({ missing: [{ claim: "slow", pointer: "/slow" }] });
    // What is not known to be refused is not known to be accepted.
    const denied = requiring({ slow: { type: "string", not: { pattern: "^(?=a)(a+)+$" } } });
    expect((await examplesOf(denied)).missing).not.toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      "puts in what a condition demands",
      {
        ...requiring({ kind: { const: "user" } }),
        if: { properties: { kind: { const: "user" } } },
        then: { properties: { email: { format: "email", type: "string" } }, required: ["email"] },
      },
      { kind: "user", email: "ada@example.com" },
    ],
    [
      "leaves out what cannot stand together",
      { type: "object", properties: { a: {}, b: {} }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
      { a: "a-1" },
    ],
    [
      "passes over examples that the claim set refuses",
      requiring({ role: { type: "string", examples: [1, "owner", "admin"], enum: ["admin"] } }),
      { role: "admin" },
    ],
    [
      "takes `__proto__` for a name like any other",
      JSON.parse('{"type":"object","properties":{"__proto__":{"const":1}},"required":["__proto__"]}'),
      JSON.parse('{"__proto__":1}'),
    ],
  ])("%s", async (_, schema, want) => {
    const { claims, missing } = await examplesOf(schema);
    expect(missing).toEqual([]);
    expect(claims).toMatchObject(want);
  });

  it("draws texts for a pattern, the same each time", async () => {
    const schema = requiring({ account: { type: "string", pattern: "^acct_[A-Z0-9]{12}$" } });
    const { claims } = await examplesOf(schema);
    expect(claims["account"]).toMatch(/^acct_[A-Z0-9]{12}$/);
    expect((await examplesOf(schema)).claims).toEqual(claims);
  });

  it("stays half as long as the policy's longest token", async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`claim_${at}`, { type: "string", minLength: 40 }]),
    );
    const { claims } = await examplesOf({ type: "object", properties });
    const size = JSON.stringify(claims).length;
    expect(size).toBeGreaterThan(2_500);
    expect(size).toBeLessThan(3_200);
  });

  it.each<[string, object]>([
    ["no value can be", { type: "string", not: { type: "string" } }],
    ["has a pattern that would keep a generator busy", { type: "string", pattern: "^(([a-z]{1000}){1000}){1000}$" }],
    ["has a pattern that takes forever over long texts", { type: "string", pattern: "^(a+)+$", minLength: 100_000 }],
    ["is longer than any text", { type: "string", minLength: 1e9 }],
    ["has more items than fit", { type: "array", minItems: 1e9 }],
    ["has more members than fit", { type: "object", minProperties: 1e9 }],
    ["has lists of lists that grow beyond all bounds", nested(6, { type: "string" })],
    ["has large values in lists of lists", nested(3, { const: "x".repeat(10_000) })],
    ["has to contain more than fits", { type: "array", contains: { const: 1 }, minContains: 1e7 }],
    ["is in two long lists, which are not compared", { allOf: [{ enum: names(0) }, { enum: names(29_999) }] }],
    ["is built of itself for ever", { $ref: "#/$defs/Node" }],
  ])("says which claim needs an example where it %s", async (_, odd) => {
    const Node = requiring(Object.fromEntries("abcdefgh".split("").map((name) => [name, { $ref: "#/$defs/Node" }])));
    const { claims, missing } = await examplesOf({ ...requiring({ fine: { const: 1 }, odd }), $defs: { Node } });
    expect(missing).toEqual([
      {
        claim: "odd",
        pointer: "/odd",
        location: expect.objectContaining({ file: "schema.json", pointer: "/properties/odd" }),
        why: 'No example was found that the claim set accepts as "odd".',
      },
    ]);
    expect(claims).toMatchObject({ fine: 1 });
  });

  it("says that no token holds the only example there is", async () => {
    const long = { type: "string", minLength: 9_000 };
    expect((await examplesOf(requiring({ long }))).missing).toMatchObject([
      {
        claim: "long",
        why: 'No example was found that the claim set accepts as "long" and a token of 8192 bytes holds.',
      },
    ]);
    expect((await examplesOf(requiring({ long }), { maxTokenBytes: 20_000 })).missing).toEqual([]);
    const parts = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`part_${at}`, { ...long, minLength: 6_000 }]),
    );
    expect((await examplesOf(requiring(parts))).missing).toMatchObject([{ claim: null }]);
  });

  it("takes the example that an author then gives", async () => {
    const odd = { type: "string", pattern: "^(([a-z]{10}){10}){11}$", examples: ["abcdefghij".repeat(110)] };
    expect((await examplesOf(requiring({ odd }))).missing).toEqual([]);
  });
});
