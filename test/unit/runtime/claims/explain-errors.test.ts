import { describe, expect, it } from "vitest";
import { ALL_RULES } from "../../../../src/runtime/claims/all-rules.js";
import type { ClaimNameTable } from "../../../../src/runtime/claims/claim-set.js";
import { explainErrors } from "../../../../src/runtime/claims/explain-errors.js";
import { pairMisnamed } from "../../../../src/runtime/claims/misnamed.js";
import { close, compile, ROLE, SCHEMA } from "../sample.js";

const TABLE: ClaimNameTable = {
  names: Object.keys(SCHEMA.properties),
  namespaces: ["https://acme.example/claims/", "https://old.example/"],
  aliases: { sub: "userid" },
  rules: ALL_RULES,
};

function explain(schema: object, value: unknown): string[] {
  const validate = compile(schema);
  expect(validate(value)).toBe(false);
  return explainErrors(validate.errors ?? [], value, TABLE).map(
    (issue) => `${issue.code} ${issue.path}: ${issue.message}`,
  );
}

function explainClaim(schema: object, value: unknown, definitions: object = {}): string[] {
  return explain({ type: "object", properties: { c: schema }, $defs: definitions }, { c: value });
}

const card = {
  type: "object",
  properties: { kind: { const: "card" }, number: { type: "string" } },
  required: ["kind", "number"],
};
const bank = {
  type: "object",
  properties: { kind: { const: "bank" }, iban: { type: "string" } },
  required: ["kind", "iban"],
};

describe("explainErrors words one issue for", () => {
  it.each<{ name: string; schema: object; value: unknown; want: string[]; definitions?: object }>([
    { name: "a type", schema: { type: "string" }, value: 1, want: ['invalid /c: Claim "c" must be a string.'] },
    {
      name: "several types",
      schema: { type: ["string", "null"] },
      value: 1,
      want: ['invalid /c: Claim "c" must be a string or null.'],
    },
    {
      name: "an enum",
      schema: { enum: ["a", "b"] },
      value: 1,
      want: ['invalid /c: Claim "c" must be one of "a", "b".'],
    },
    {
      name: "a long enum",
      schema: { enum: [1, 2, 3, 4, 5, 6, 7] },
      value: 0,
      want: ['invalid /c: Claim "c" must be one of 1, 2, 3, 4, 5 and 2 more.'],
    },
    {
      name: "a length",
      schema: { minLength: 3 },
      value: "a",
      want: ['invalid /c: Claim "c" must have at least 3 characters.'],
    },
    {
      name: "a place inside",
      schema: { items: { type: "integer" } },
      value: ["x"],
      want: ['invalid /c/0: Claim "c" at "/c/0" must be an integer.'],
    },
    {
      name: "a missing member",
      schema: card,
      value: { kind: "card" },
      want: ['missing /c/number: Claim "c" at "/c/number" is missing.'],
    },
    {
      name: "alternatives of types",
      schema: { anyOf: [{ type: "string" }, { type: "array" }] },
      value: 1,
      want: ['invalid /c: Claim "c" must be a string or an array.'],
    },
    {
      name: "alternatives of values",
      schema: { oneOf: [{ const: "a" }, { enum: ["b", "c"] }] },
      value: 1,
      want: ['invalid /c: Claim "c" must be one of "a", "b", "c".'],
    },
    {
      name: "the alternative whose type fits",
      schema: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
      value: [1],
      want: ['invalid /c/0: Claim "c" at "/c/0" must be a string.'],
    },
    {
      name: "the alternative that a member selects",
      schema: { oneOf: [card, bank] },
      value: { kind: "bank" },
      want: ['missing /c/iban: Claim "c" at "/c/iban" is missing.'],
    },
    {
      name: "the alternative that a member selects, behind references",
      schema: { oneOf: [{ $ref: "#/$defs/card" }, { $ref: "#/$defs/bank" }] },
      definitions: { card, bank },
      value: { kind: "bank" },
      want: ['missing /c/iban: Claim "c" at "/c/iban" is missing.'],
    },
    {
      name: "alternatives that only lack members",
      schema: { anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      value: {},
      want: ['missing /c/a: Claim "c" at "/c/a" is missing.'],
    },
    {
      name: "two alternatives at once",
      schema: { oneOf: [{ type: "string" }, { minLength: 1 }] },
      value: "x",
      want: ['invalid /c: Claim "c" must have exactly one of the allowed forms.'],
    },
    {
      name: "a condition",
      schema: { if: { type: "string" }, then: { minLength: 2 } },
      value: "x",
      want: ['invalid /c: Claim "c" must have at least 2 characters.'],
    },
    {
      name: "a list without what it must contain",
      schema: { contains: { const: "openid" } },
      value: ["x", "y"],
      want: ['invalid /c: Claim "c" does not have the items that it must contain.'],
    },
    {
      name: "a name inside",
      schema: { propertyNames: { pattern: "^a" } },
      value: { b: 1 },
      want: ['invalid /c: Claim "c" has a member with a name that is not allowed.'],
    },
    {
      name: "nothing allowed",
      schema: { not: {} },
      value: 1,
      want: ['invalid /c: Claim "c" has a value that is excluded.'],
    },
  ])("$name", ({ schema, value, want, definitions }) => {
    expect(explainClaim(schema, value, definitions)).toEqual(want);
  });

  it("two rules of a claim beside an alternative, each", () => {
    expect(explainClaim({ minLength: 2, anyOf: [{ type: "number" }, { type: "null" }] }, "x")).toEqual([
      'invalid /c: Claim "c" must be a number or null.',
      'invalid /c: Claim "c" must have at least 2 characters.',
    ]);
  });

  it("what an alternative lacks, and not that it leaves its other claims undeclared", () => {
    const schema = {
      type: "object",
      anyOf: [
        { properties: { sub: { const: "user" }, [ROLE]: { type: "string" } }, required: ["sub", ROLE] },
        { properties: { sub: { const: "machine" }, jti: { type: "string" } }, required: ["sub", "jti"] },
      ],
      unevaluatedProperties: false,
    };
    expect(explain(schema, { sub: "machine" })).toEqual(['missing /jti: Claim "jti" is missing.']);
    expect(explain(schema, { sub: "machine", jti: "1", [ROLE]: "admin" })).toEqual([
      `unknown /${ROLE.replaceAll("/", "~1")}: Claim "${ROLE}" is not in the claim set.`,
    ]);
  });

  it("a value that is no object", () => {
    expect(explain(SCHEMA, null)).toEqual(["invalid : The claims object must be an object."]);
  });

  it("a claim whose value is secret, without the value", () => {
    expect(explain(SCHEMA, { exp: 1, sub: "s", [ROLE]: "hunter2" }).join()).not.toContain("hunter2");
  });
});

describe("explainErrors finds what was meant by", () => {
  it.each([
    ["rol", ROLE],
    ["role", ROLE],
    ["Role", ROLE],
    ["https://old.example/role", ROLE],
    ["https://acme.example/claims/rolle", ROLE],
  ])("%s", (name, expected) => {
    const validate = compile(SCHEMA);
    const value = { exp: 1, sub: "u", [name]: "admin" };
    validate(value);
    expect(explainErrors(validate.errors ?? [], value, TABLE)).toEqual([
      {
        code: "misnamed",
        claim: name,
        path: `/${name.replaceAll("/", "~1")}`,
        expected,
        message: `Claim "${name}" is not in the claim set; did you mean "${expected}"?`,
      },
    ]);
  });

  it("an undeclared name beside a claim that may be absent, where undeclared names are refused", () => {
    expect(explain(close(SCHEMA), { exp: 1, sub: "u", [ROLE]: "admin", tag: [] })).toEqual([
      'misnamed /tag: Claim "tag" is not in the claim set; did you mean "tags"?',
    ]);
  });

  it("nothing, where the claim is there already", () => {
    expect(explain(close(SCHEMA), { exp: 1, sub: "u", [ROLE]: "admin", rol: 1 })).toEqual([
      'unknown /rol: Claim "rol" is not in the claim set.',
    ]);
  });

  it("names of Object.prototype: nothing", () => {
    expect(explain(SCHEMA, JSON.parse('{"exp":1,"sub":"u","__proto__":1,"constructor":2}'))).toEqual([
      `missing /${ROLE.replaceAll("/", "~1")}: Claim "${ROLE}" is missing.`,
    ]);
  });
});

describe("pairMisnamed", () => {
  it("prefers the alias, the case and the namespace to a misspelling, and pairs each name once", () => {
    expect([
      ...pairMisnamed(["sub", "email_verified", "role"], ["subb", "emailVerified", "user_id", "rol", "ROLE"], TABLE),
    ]).toEqual([
      ["user_id", "sub"],
      ["emailVerified", "email_verified"],
      ["ROLE", "role"],
    ]);
  });

  it("allows two edits for long names only", () => {
    expect([...pairMisnamed(["preferred_username", "role"], ["prefered_usernam", "rl"], TABLE)]).toEqual([
      ["prefered_usernam", "preferred_username"],
    ]);
  });
});
