import { describe, expect, it } from "vitest";
import type { Token } from "../../../src/model/model.js";
import { estimateTokenSize } from "../../../src/model/token-size.js";
import { cpuTime } from "../../support/cpu-time.js";
import { configOf, projectOf } from "../../support/project.js";

/** The token of a schema, which is issued and expires in ten digits. */
function tokenOf(schema: unknown, policy: Readonly<Record<string, unknown>> = {}): Token {
  const [token] = projectOf(configOf(policy), { "schema.json": schema }).tokens;
  if (token === undefined) throw new TypeError("The config has no token.");
  return token;
}

/** The bytes of one claim `c` of a schema: smallest, typical and largest of its value. */
function sizeOf(schema: unknown, $defs: unknown = {}, required: readonly string[] = ["c"]): unknown {
  const token = tokenOf({ type: "object", properties: { c: schema }, required, $defs });
  const claim = estimateTokenSize(token).claims.find(({ claim }) => claim === "c");
  if (claim === undefined) return null;
  const around = '"c":,'.length;
  const { smallest, typical, largest } = claim;
  return [smallest - around, typical - around, largest === null ? null : largest - around];
}

const base64 = (bytes: number): number => Math.ceil((bytes * 4) / 3);
const header = (alg: string, kid: string | null): number =>
  base64(JSON.stringify({ alg, typ: "JWT", ...(kid === null ? {} : { kid }) }).length);
const KID = "x".repeat(43);

describe("the size of a value", () => {
  it.each([
    ["a text without bounds", { type: "string" }, [2, 22, null]],
    ["a text of at most 5 characters, each of which may need an escape", { type: "string", maxLength: 5 }, [2, 7, 32]],
    ["a text of at least 40 characters", { type: "string", minLength: 40 }, [42, 42, null]],
    ["a text of an anchored pattern", { type: "string", pattern: "^[a-z]{2,4}$" }, [4, 6, 6]],
    ["a pattern of characters of several bytes", { type: "string", pattern: "^[é€]{3}$" }, [8, 11, 11]],
    ["a pattern that ends with its length", { type: "string", pattern: "^[a-z]+$", maxLength: 64 }, [3, 22, 66]],
    ["a pattern that is not anchored", { type: "string", pattern: "abc$" }, [5, 22, null]],
    ["a pattern beyond a finite automaton", { type: "string", pattern: "^(?=a)a{3}$" }, [2, 22, null]],
    ["a pattern with a choice that is anchored once", { type: "string", pattern: "^a$|b" }, [3, 22, null]],
    ["a UUID, with or without urn:uuid:", { type: "string", format: "uuid" }, [38, 38, 47]],
    ["a date", { type: "string", format: "date" }, [12, 12, 12]],
    ["a time stamp, whose fraction has no end", { type: "string", format: "date-time" }, [22, 22, null]],
    ["a text of an unknown format", { type: "string", format: "nonsense" }, [2, 22, null]],
    ["an enum", { enum: ["a", "bcd", "é"] }, [3, 4, 5]],
    ["an enum of other types", { type: "string", enum: ["a", 1, null] }, [3, 3, 3]],
    ["a const", { const: { a: [1] } }, [9, 9, 9]],
    ["an enum that another narrows", { allOf: [{ enum: ["a", "bb"] }, { enum: ["bb", "ccc"] }] }, [4, 4, 4]],
    ["a boolean", { type: "boolean" }, [4, 5, 5]],
    ["null", { type: "null" }, [4, 4, 4]],
    ["a number", { type: "number" }, [1, 4, 25]],
    ["an integer", { type: "integer" }, [1, 4, 24]],
    ["an integer between bounds", { type: "integer", minimum: -5, maximum: 120 }, [1, 3, 3]],
    ["an integer above a bound", { type: "integer", minimum: 100 }, [3, 4, 24]],
    ["an integer below zero", { type: "integer", minimum: -200, exclusiveMaximum: -99.5 }, [4, 4, 4]],
    ["multiples of one", { type: "number", multipleOf: 1, minimum: 0, maximum: 99 }, [1, 2, 2]],
    ["multiples of two, which validators take 5e-324 to be", { type: "number", multipleOf: 2, minimum: 0 }, [1, 4, 25]],
    ["a fraction", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, [1, 4, 25]],
    ["a list without bounds", { type: "array", items: { enum: ["a"] } }, [2, 13, null]],
    ["a list of at most two", { type: "array", items: { enum: ["a"] }, maxItems: 2 }, [2, 9, 9]],
    ["a list of different ones", { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true }, [2, 9, 9]],
    ["a list with one that it contains", { type: "array", items: { type: "boolean" }, contains: {} }, [6, 19, null]],
    ["a tuple", { type: "array", prefixItems: [{ const: 1 }, { const: 22 }], items: false, minItems: 1 }, [3, 6, 6]],
    ["an object", { type: "object", properties: { a: { const: 1 }, b: { const: 2 } }, required: ["a"] }, [7, 10, 13]],
    ["deprecated members", { properties: { a: { const: 1, deprecated: true } }, type: "object" }, [2, 2, 7]],
    ["an open object", { type: "object", properties: { a: { const: 1 } }, additionalProperties: true }, [2, 5, null]],
    ["a map", { type: "object", additionalProperties: { const: 1 } }, [2, 76, null]],
    [
      "a map of few short names",
      {
        type: "object",
        additionalProperties: { const: 1 },
        propertyNames: { pattern: "^[a-z]{3}$" },
        maxProperties: 2,
      },
      [2, 17, 17],
    ],
    [
      "a map of names that a pattern gives",
      { type: "object", patternProperties: { "^x$": { const: 1 } }, additionalProperties: false, maxProperties: 1 },
      [2, 7, 7],
    ],
    ["alternatives", { anyOf: [{ enum: ["admin"] }, { type: "string", maxLength: 1 }] }, [2, 7, 8]],
    ["alternatives, the first of them null", { anyOf: [{ type: "null" }, { const: "abcdef" }] }, [4, 8, 8]],
    ["types, the first of them null", { type: ["null", "boolean"] }, [4, 5, 5]],
    ["then and else", { if: { type: "string" }, then: { maxLength: 1 }, else: { const: 1234567890 } }, [2, 3, 10]],
    ["examples", { type: "string", examples: ["abc", "abcdef"] }, [2, 7, null]],
    ["examples out of bounds", { type: "string", maxLength: 1, examples: ["abcdef"] }, [2, 8, 8]],
    ["a reference", { $ref: "#/$defs/D" }, [3, 3, 3]],
    ["a schema that contains itself", { $ref: "#/$defs/R" }, [2, 14, null]],
    ["one with itself in a list that is empty", { $ref: "#/$defs/E" }, [2, 7, 11]],
    ["anything", true, [1, 22, null]],
    ["__proto__ as a member", JSON.parse('{"type":"object","properties":{"__proto__":{"const":1}}}'), [2, 9, 15]],
  ])("is known of %s", (_, schema, want) => {
    const definitions = {
      D: { const: "d" },
      R: { type: "object", properties: { next: { $ref: "#/$defs/R" } } },
      E: { type: "object", properties: { list: { type: "array", items: { $ref: "#/$defs/E" }, maxItems: 0 } } },
    };
    expect(sizeOf(schema, definitions)).toEqual(want);
  });

  it("is the union of the branches for a claim that only branches declare", () => {
    const token = tokenOf({
      type: "object",
      oneOf: [
        { properties: { kind: { const: "a" }, extra: { const: "long text" } }, required: ["kind", "extra"] },
        { properties: { kind: { const: "bb" } }, required: ["kind"] },
      ],
    });
    const { claims } = estimateTokenSize(token);
    expect(claims.find(({ claim }) => claim === "kind")).toMatchObject({ smallest: 11, largest: 12 });
    expect(claims.find(({ claim }) => claim === "extra")).toMatchObject({ smallest: 20, largest: 20 });
  });
});

describe("the size of a token", () => {
  const IAT_EXP = '{"iat":1800000000,"exp":1800000900}'.length;

  it("is that of header, payload and signature in base64url", () => {
    const token = tokenOf({ type: "object", properties: { role: { const: "a" } }, required: ["role"] });
    const payload = '{"exp":0,"iat":0,"role":"a"}'.length;
    const { smallest, typical, largest } = estimateTokenSize(token);
    expect(smallest).toBe(header("HS256", null) + base64(payload) + 43 + 2);
    expect(typical).toBe(header("HS256", KID) + base64(payload + 18) + 43 + 2);
    // exp and iat with 25 bytes each, and nbf.
    expect(largest).toBe(header("HS256", KID) + base64(payload + 48 + '"nbf":,'.length + 25) + 43 + 2);
  });

  it.each([
    [["HS384"], 64, 64, 64],
    [["HS512"], 86, 86, 86],
    [["ES256"], 86, 86, 86],
    [["EdDSA"], 86, 86, 86],
    [["Ed25519"], 86, 86, 86],
    [["ES384"], 128, 128, 128],
    [["ES512"], 176, 176, 176],
    [["PS256"], 342, 342, 342],
    [["RS256", "ES256"], 86, 342, 342],
  ])("has the signature of %s", (algorithms, smallest, typical, largest) => {
    const [alg = ""] = algorithms;
    const size = estimateTokenSize(tokenOf({ type: "object" }, { algorithms }));
    expect(size.smallest).toBe(
      header(algorithms.at(-1) ?? "", null) + base64('{"exp":0,"iat":0}'.length) + smallest + 2,
    );
    expect(size.typical).toBe(header(alg, KID) + base64(IAT_EXP) + typical + 2);
    expect(size.largest).toBe(header(alg, KID) + base64('{"exp":,"iat":,"nbf":}'.length + 75) + largest + 2);
  });

  it("counts the issuer and the audience of the policy, and the jti that issue writes", () => {
    const policy = { issuer: "https://a.example", audience: ["b", "c"] };
    const { claims } = estimateTokenSize(tokenOf({ type: "object", properties: { jti: { type: "string" } } }, policy));
    expect(claims).toEqual([
      { claim: "jti", smallest: 9, typical: 45, largest: null, share: expect.any(Number) },
      { claim: "iss", smallest: 26, typical: 26, largest: 26, share: expect.any(Number) },
      { claim: "aud", smallest: 10, typical: 10, largest: null, share: expect.any(Number) },
      { claim: "exp", smallest: 8, typical: 17, largest: 32, share: expect.any(Number) },
      { claim: "iat", smallest: 8, typical: 17, largest: 32, share: expect.any(Number) },
      { claim: "nbf", smallest: 8, typical: 17, largest: 32, share: 0 },
    ]);
  });

  it("counts optional claims by half, deprecated ones not at all", () => {
    const claim = (more: object) => ({ const: "x".repeat(100), ...more });
    const of = (properties: object) => estimateTokenSize(tokenOf({ type: "object", properties })).typical;
    const [none, half] = [of({}), of({ a: claim({}) })];
    expect(half - none).toBe(base64(Math.ceil(IAT_EXP + 107 / 2)) - base64(IAT_EXP));
    expect(of({ a: claim({ deprecated: true }) })).toBe(none);
  });

  it("has shares that add up to what claims are of it", () => {
    const required = ["a", "b"];
    const { claims, typical } = estimateTokenSize(
      tokenOf({ type: "object", properties: { a: { const: "x".repeat(300) }, b: { const: 1 } }, required }),
    );
    const total = claims.reduce((sum, { share }) => sum + share, 0);
    expect(claims.find(({ claim }) => claim === "a")?.share).toBeCloseTo(base64(307) / typical, 3);
    expect(total).toBeLessThan(1);
    expect(total).toBeGreaterThan(0.75);
  });

  it("says whether producers may add claims", () => {
    expect(estimateTokenSize(tokenOf({ type: "object", properties: { a: true } })).isOpen).toBe(false);
    const open = estimateTokenSize(tokenOf({ type: "object", additionalProperties: true }));
    expect([open.isOpen, open.largest]).toEqual([true, null]);
  });

  it("is found soon for references that multiply, and for thousands of claims", () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => {
        const next = { $ref: `#/$defs/D${at + 1}` };
        return [`D${at}`, { type: "object", properties: { a: next, b: next }, anyOf: [{ required: ["a"] }, true] }];
      }),
    );
    const many = Array.from({ length: 2000 }, (_, at) => [`c${at}`, { type: "string", maxLength: 9 }]);
    const properties = { x: { $ref: "#/$defs/D0" }, ...Object.fromEntries(many) };
    const token = tokenOf({ type: "object", properties, $defs: { ...$defs, D40: { type: "string" } } });
    const start = cpuTime();
    expect(estimateTokenSize(token).largest).toBeNull();
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});
