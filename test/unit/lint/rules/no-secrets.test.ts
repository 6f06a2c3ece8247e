import { describe, it } from "vitest";
import { noSecrets } from "../../../../src/lint/rules/no-secrets.js";
import { expectFindings } from "../../../support/expect-findings.js";

const help =
  "Keep it out of the token: a signature hides nothing, and tokens end up in logs. Let the consumer fetch it where it is kept.";
const string = { type: "string" };

describe("no-secrets", () => {
  it("reports a claim that is a secret by its name", async () => {
    await expectFindings(noSecrets, { schema: { properties: { "https://acme.example/userPassword": string } } }, [
      {
        at: "schema.json#/properties/https:~1~1acme.example~1userPassword",
        claim: "https://acme.example/userPassword",
        severity: "error",
        message:
          '"https://acme.example/userPassword" is a secret by its name (password), and everyone who holds the token can read it.',
        help,
        source: ["RFC 7519 section 12"],
      },
    ]);
  });

  it("reports a member, once for its name and not again for its description", async () => {
    const card_number = { type: "string", description: "Credit card number." };
    const schema = {
      properties: { billing: { type: "object", properties: { cards: { items: { properties: { card_number } } } } } },
    };
    await expectFindings(noSecrets, { schema }, [
      {
        at: "schema.json#/properties/billing/properties/cards/items/properties/card_number",
        claim: "billing",
        message:
          '"billing.cards[].card_number" is a secret by its name (payment card or account), and everyone who holds the token can read it.',
        help,
      },
    ]);
  });

  it("reports a secret by its description", async () => {
    const upstream = { type: "string", description: "The upstream's API key, for billing." };
    await expectFindings(noSecrets, { schema: { properties: { upstream } } }, [
      {
        at: "schema.json#/properties/upstream/description",
        message: '"upstream" is a secret by its description (key), and everyone who holds the token can read it.',
        help,
      },
    ]);
  });

  it("reports a secret by its format", async () => {
    await expectFindings(noSecrets, { schema: { properties: { word: { type: "string", format: "password" } } } }, [
      {
        at: "schema.json#/properties/word/format",
        message: '"word" has the format "password", and everyone who holds the token can read it.',
        help,
      },
    ]);
  });

  it.each([
    ["kty", { kty: string, d: string }],
    ["a curve and a coordinate", { crv: string, x: string, d: string }],
  ])("reports the private part of a key with %s", async (_, properties) => {
    await expectFindings(noSecrets, { schema: { properties: { jwk: { type: "object", properties } } } }, [
      {
        at: "schema.json#/properties/jwk/properties/d",
        claim: "jwk",
        message: '"jwk.d" is the private part of a key, and everyone who holds the token can read it.',
        help,
      },
    ]);
  });

  it("reports secrets in tokens of a third party too", async () => {
    await expectFindings(noSecrets, { schema: { properties: { api_key: string } }, token: { helpers: ["verify"] } }, [
      { claim: "api_key" },
    ]);
  });

  it.each([
    [
      "facts about a secret",
      { password_changed_at: { type: "number" }, api_key_id: string, mfa_secret_rotated: string },
    ],
    ["yes or no", { password: { type: "boolean" } }],
    ["the registered claims", { cnf: { $ref: "claimsmith:iana-jwt#/$defs/cnf" }, at_hash: string, bootseed: string }],
    [
      "descriptions that only mention a secret",
      { flag: { type: "string", description: "Whether the password must change." } },
    ],
    ["a description of what is no text", { count: { type: "integer", description: "API key." } }],
    ["a private part that is refused", { jwk: { properties: { kty: string, d: false } } }],
    ["a member d of something else", { point: { properties: { d: string } } }],
    ["what is refused", { a: { not: { properties: { password: string } } } }],
    ["names of Object.prototype", { a: { properties: JSON.parse('{"__proto__": {}, "constructor": {}}') } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(noSecrets, { schema: { properties } }, []);
  });
});
