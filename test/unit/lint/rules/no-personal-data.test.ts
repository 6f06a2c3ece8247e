import { describe, it } from "vitest";
import { noPersonalData } from "../../../../src/lint/rules/no-personal-data.js";
import { expectFindings } from "../../../support/expect-findings.js";

const string = { type: "string" };
const help =
  "A signed token is not encrypted. Leave it out if no consumer decides by it, and let those who need it ask an API such as the UserInfo endpoint.";

describe("no-personal-data", () => {
  it("reports registered claims about a person", async () => {
    await expectFindings(noPersonalData, { schema: { properties: { email: string, zoneinfo: string } } }, [
      {
        at: "schema.json#/properties/email",
        claim: "email",
        severity: "warn",
        message: '"email" holds personal data (contact detail), and everyone who handles the token can read it.',
        help,
        source: ["RFC 7519 section 12", "RFC 9068 section 6"],
      },
      {
        claim: "zoneinfo",
        message:
          '"zoneinfo" holds personal data (about a person, by its registration), and everyone who handles the token can read it.',
      },
    ]);
  });

  it("reports a localised claim as the claim that it is", async () => {
    await expectFindings(noPersonalData, { schema: { properties: { "family_name#ja-Kana-JP": string } } }, [
      { claim: "family_name#ja-Kana-JP" },
    ]);
  });

  it("reports members, and nothing below what was reported", async () => {
    const owner = {
      type: "object",
      properties: { firstName: string, home_address: { type: "object", properties: { street: string, city: string } } },
    };
    await expectFindings(noPersonalData, { schema: { properties: { "https://acme.example/owner": owner } } }, [
      {
        at: "schema.json#/properties/https:~1~1acme.example~1owner/properties/firstName",
        claim: "https://acme.example/owner",
        message:
          '"https://acme.example/owner.firstName" holds personal data (name of a person), and everyone who handles the token can read it.',
      },
      {
        message:
          '"https://acme.example/owner.home_address" holds personal data (postal address), and everyone who handles the token can read it.',
      },
    ]);
  });

  it("names the law for special categories, also as yes or no", async () => {
    await expectFindings(noPersonalData, { schema: { properties: { disability: { type: "boolean" } } } }, [
      {
        message: '"disability" holds personal data (special category), and everyone who handles the token can read it.',
        help: `${help} Such data is protected in particular (GDPR articles 9 and 10).`,
      },
    ]);
  });

  it("reports a claim of the organization's own in an ID token", async () => {
    const schema = { properties: { email: string, "https://acme.example/home_address": string } };
    await expectFindings(noPersonalData, { schema, token: { profile: "oidc-id-token" } }, [
      { claim: "https://acme.example/home_address" },
    ]);
  });

  it.each([
    ["facts about such data", { email_verified: { type: "boolean" }, email_domain: string, phone_type: string }, {}],
    ["yes or no", { mobile: { type: "boolean" } }, {}],
    ["the claims of OpenID Connect in an ID token", { email: string, "name#de": string }, { profile: "oidc-id-token" }],
    ["members of those", { address: { type: "object", properties: { street: string } } }, { profile: "oidc-id-token" }],
    ["a token of a third party", { email: string, owner: { properties: { phone: string } } }, { helpers: ["verify"] }],
    ["names of Object.prototype", { a: { properties: JSON.parse('{"__proto__": {}, "toString": {}}') } }, {}],
  ])("accepts %s", async (_, properties, token) => {
    await expectFindings(noPersonalData, { schema: { properties }, token }, []);
  });
});
