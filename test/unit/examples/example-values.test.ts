import { describe, expect, it } from "vitest";
import { exampleValues } from "../../../src/examples/example-values.js";
import type { JsonValue, Schema } from "../../../src/schema/json-schema.js";

const ADDRESS = {
  type: "object",
  properties: {
    city: { type: "string" },
    zip: { type: "string", minLength: 5, maxLength: 5 },
    old: { type: "string", deprecated: true },
  },
  required: ["city"],
} as const;

const REGION = { type: "object", properties: { region: { type: "string" } } } as const;

describe("exampleValues", () => {
  it.each<[string, string, Schema, JsonValue]>([
    ["examples first", "role", { type: "string", examples: ["auditor"], default: "member" }, "auditor"],
    ["a constant", "kind", { const: "user" }, "user"],
    ["the first listed value", "role", { enum: ["admin", "member"] }, "admin"],
    ["the default", "plan", { type: "string", default: "pro" }, "pro"],
    ["what the name is about", "given_name", { type: "string" }, "Ada"],
    ["it however the name is written", "givenName", { type: "string" }, "Ada"],
    ["a country for its code", "countryCode", { type: "string" }, "DE"],
    ["an answer to a question", "has_account", true, true],
    ["no to what few are", "is_anonymous", true, false],
    ["no to it where it is said to be yes or no", "account_blocked", { type: "boolean" }, false],
    ["a time in text", "updated_at", { type: "string" }, "2026-01-01T00:00:00Z"],
    ["a number that is none of a telephone", "run_number", { type: "string" }, "1"],
    ["a telephone number", "work_phone_number", { type: "string" }, "+12025550100"],
    ["a region of an address", "home_address", REGION, { region: "Berlin" }],
    ["a region that is none of an address", "hosting", REGION, { region: "eu-west-1" }],
    ["an actor, and none of the actor", "act", { $ref: "#/$defs/Actor" }, { sub: "user-1" }],
    ["one of several that end in ies", "nationalities", { type: "array", items: { type: "string" } }, ["DE"]],
    ["whole words of a long name", "loyaltyProgramTier", { type: "string", maxLength: 18 }, "loyalty-program"],
    ["no part of an address", "email", { type: "string", maxLength: 10 }, "email-1"],
    ["a UUID for its length", "tenant_id", { type: "string", minLength: 36 }, "7d444840-9dc0-41d1-b245-5ffdce74fad2"],
    [
      "a digest for its length",
      "key_hash",
      { type: "string", minLength: 43, maxLength: 43 },
      "wBjEHBr68sC2bGT5fQ7hNWV7aZrSYPKZI0zUCl1iXg4",
    ],
    ["a list of what its name is about", "amr", { type: "array", items: { type: "string" } }, ["pwd"]],
    ["an id made of the name", "tenant_id", { type: "string" }, "tenant-1"],
    ["a text made of the name", "https://acme.example/claims/costCenter", { type: "string" }, "cost-center-1"],
    ["a text of the format", "id", { type: "string", format: "uuid" }, "7d444840-9dc0-41d1-b245-5ffdce74fad2"],
    ["a text as long as it has to be", "code", { type: "string", minLength: 8, maxLength: 8 }, "code-001"],
    ["a text that the pattern matches", "locale", { type: "string", pattern: "^[a-z]{2}-[A-Z]{2}$" }, "en-US"],
    ["a time", "last_login_at", { type: "integer" }, 1_767_225_600],
    ["a time in milliseconds", "created_at_ms", { type: "integer" }, 1_767_225_600_000],
    ["a number within limits", "level", { type: "integer", minimum: 3, maximum: 9 }, 3],
    ["a multiple", "amount", { type: "number", multipleOf: 0.25, exclusiveMinimum: 1 }, 1.25],
    ["true", "email_verified", { type: "boolean" }, true],
    ["null", "gone", { type: "null" }, null],
    ["an object with its members, but for deprecated ones", "address", ADDRESS, { city: "Berlin", zip: "zip-1" }],
    ["a list of one", "roles", { type: "array", items: { enum: ["a", "b"] } }, ["a"]],
    [
      "a list of different items",
      "roles",
      { type: "array", items: { enum: ["a", "b"] }, minItems: 2, uniqueItems: true },
      ["a", "b"],
    ],
    ["a tuple", "pair", { type: "array", prefixItems: [{ const: 1 }, { const: "x" }] }, [1, "x"]],
    ["what is contained", "list", { type: "array", contains: { const: "x" }, items: { type: "string" } }, ["x"]],
    ["the first branch", "plan", { anyOf: [{ type: "integer", minimum: 7 }, { type: "string" }] }, 7],
    ["what all parts allow", "n", { allOf: [{ type: "integer", minimum: 5 }, { maximum: 5 }] }, 5],
    ["what a definition says", "shared", { $ref: "#/$defs/Shared" }, "from the definition"],
    ["what a schema that says nothing is called", "email", true, "ada@example.com"],
  ])("offers %s", (_, name, schema, want) => {
    const Actor: Schema = { type: "object", properties: { sub: { type: "string" }, act: { $ref: "#/$defs/Actor" } } };
    expect(exampleValues(name, schema, { Shared: { const: "from the definition" }, Actor })[0]).toEqual(want);
  });

  it("offers nothing where nothing is allowed, and the same at every call", () => {
    expect(exampleValues("no", false, {})).toEqual([]);
    expect(exampleValues("any", true, {})).toEqual(exampleValues("any", true, {}));
  });

  it("ends on definitions that refer to themselves", () => {
    const names = "abcdefgh".split("");
    const Node = {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, { $ref: "#/$defs/Node" }])),
    } as const;
    expect(exampleValues("tree", { $ref: "#/$defs/Node" }, { Node }).length).toBeGreaterThan(0);
    expect(exampleValues("tree", { $ref: "#/$defs/Node" }, { Node: { ...Node, required: names } })).toEqual([]);
  });
});
