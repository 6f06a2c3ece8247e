import { describe, it } from "vitest";
import { undeclaredRequired } from "../../../../src/lint/rules/undeclared-required.js";
import { expectFindings } from "../../../support/expect-findings.js";

const text = { type: "string" };

describe("undeclared-required", () => {
  it("reports a misspelt claim where it is required, and names the one that was meant", async () => {
    const schema = { properties: { tenant: text }, required: ["sub", "tennant"] };
    await expectFindings(undeclaredRequired, { schema }, [
      {
        at: "schema.json#/required/1",
        claim: null,
        severity: "warn",
        message: 'The claim "tennant" is required, and no schema says what it is.',
        help: 'Did you mean "tenant"? Else declare it under "properties".',
        fix: null,
      },
    ]);
  });

  it.each([
    ["a public claim", { required: ["email"] }, 'Declare it: "email": { "$ref": "claimsmith:iana-jwt#/$defs/email" }.'],
    ["a claim that is like no other", { required: ["__proto__"] }, 'Declare it under "properties".'],
  ])("says how to declare %s", async (_, schema, help) => {
    await expectFindings(undeclaredRequired, { schema }, [{ help }]);
  });

  it.each([
    ["in a branch", { anyOf: [{ required: ["a", "c"] }, { required: ["b"] }] }],
    ["behind a reference", { $ref: "#/$defs/two", required: ["c"] }],
    ["beside a condition", { if: { required: ["a"] }, then: { required: ["c"] } }],
  ])("reports a name %s", async (_, beside) => {
    const schema = { $defs: { two: { properties: { a: text } } }, properties: { a: text, b: text }, ...beside };
    await expectFindings(undeclaredRequired, { schema }, [
      { message: 'The claim "c" is required, and no schema says what it is.' },
    ]);
  });

  it("reports a member, also of the items of a list", async () => {
    const item = { type: "object", properties: { id: text }, required: ["id", "plan"] };
    const schema = { properties: { tenants: { type: "array", items: item } } };
    await expectFindings(undeclaredRequired, { schema }, [
      { claim: "tenants", message: 'The member "plan" of "tenants[]" is required, and no schema says what it is.' },
    ]);
  });

  it.each([
    ["what a reference declares", { $ref: "#/$defs/two", required: ["a", "b"] }],
    [
      "what two claims share, and one requires",
      {
        properties: { one: { $ref: "#/$defs/two" }, other: { allOf: [{ $ref: "#/$defs/two" }, { required: ["a"] }] } },
      },
    ],
    ["what another branch declares", { allOf: [{ properties: { a: text } }, { required: ["a"] }] }],
    ["what a condition declares", { if: { properties: { a: text } }, then: { required: ["a"] } }],
    ["a claim that is forbidden", { not: { required: ["c"] } }],
    ["claims by pattern", { patternProperties: { "^c": text }, required: ["c"] }],
    [
      "a map",
      { properties: { map: { type: "object", properties: { a: text }, additionalProperties: text, required: ["c"] } } },
    ],
    ["an object of which nothing is declared", { properties: { any: { type: "object", required: ["c"] } } }],
    ["the registered claims", { required: ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"] }],
  ])("accepts %s", async (_, beside) => {
    const schema = { $defs: { two: { properties: { a: text, b: text } } }, ...beside };
    await expectFindings(undeclaredRequired, { schema }, []);
  });

  it("accepts what the profile demands", async () => {
    const token = { profile: "rfc9068", issuer: "https://a.example", audience: "https://b.example" };
    await expectFindings(undeclaredRequired, { schema: { required: ["client_id"] }, token }, []);
  });
});
