import { describe, expect, it } from "vitest";
import { misspelledClaim } from "../../../../src/lint/rules/misspelled-claim.js";
import { expectFindings, findingsOf } from "../../../support/expect-findings.js";

const string = { type: "string" };

describe("misspelled-claim", () => {
  it("reports a name in another spelling, and renames it wherever it stands", async () => {
    const schema = { properties: { emailVerified: { type: "boolean" } }, required: ["iat", "emailVerified"] };
    await expectFindings(misspelledClaim, { schema }, [
      {
        at: "schema.json#/properties/emailVerified",
        claim: "emailVerified",
        message: 'The claim "emailVerified" differs from the standard claim "email_verified" only in its spelling.',
        help: 'Write "email_verified": the names of claims are compared exactly.',
        source: ["RFC 7519 section 4"],
        fix: {
          file: "schema.json",
          edits: [
            { kind: "rename", pointer: "/properties/emailVerified", to: "email_verified" },
            { kind: "set", pointer: "/required/1", value: "email_verified" },
          ],
        },
      },
    ]);
  });

  it.each([
    ["Sub", "sub"],
    ["SUB", "sub"],
    ["Exp", "exp"],
    ["clientId", "client_id"],
    ["family-name", "family_name"],
  ])("takes %s for %s", async (name, standard) => {
    const [finding] = await findingsOf([misspelledClaim], { schema: { properties: { [name]: {} } } });
    expect(finding?.message).toContain(`"${standard}"`);
  });

  it.each([
    ["Sub", { profile: "rfc9068" }],
    ["clientId", { profile: "rfc9068" }],
    ["Exp", {}],
  ])("reports %s also beside the standard claim that nobody has to list", async (name, token) => {
    const schema = { type: "object", properties: { [name]: string }, required: [name] };
    const audience = "https://api.acme.example";
    const policy = { issuer: "https://auth.acme.example", audience, ...token };
    await expectFindings(misspelledClaim, { schema, token: policy }, [{ claim: name, severity: "error" }]);
  });

  it.each([
    ["the values are of another type", { properties: { Sub: { type: "array" } } }],
    ["the standard claim is there too", { properties: { Sub: string, sub: string } }],
    ["the name stands in an alternative too", { properties: { Sub: string }, anyOf: [{ required: ["Sub"] }] }],
  ])("offers no edits where %s", async (_, schema) => {
    const findings = await findingsOf([misspelledClaim], { schema: { type: "object", ...schema } });
    expect(findings.map(({ fix }) => fix)).toEqual([null]);
  });

  it.each([
    ["a standard name", { email_verified: { type: "boolean" } }],
    ["another word", { user_id: string, scopes: string }],
    ["a name in the organization's namespace", { "https://acme.example/Sub": string }],
    ["a localised name", { "family_name#de": string }],
    ["a name of Object.prototype", JSON.parse('{"__proto__": {}, "constructor": {}, "toString": {}}')],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(misspelledClaim, { schema: { properties } }, []);
  });

  it("reports a consumer's own mistake about a third party's claim", async () => {
    const schema = { properties: { actor: string, Sub: string } };
    await expectFindings(misspelledClaim, { schema, token: { helpers: ["verify"] } }, [{ claim: "Sub" }]);
  });
});
