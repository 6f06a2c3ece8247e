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

  it("reports another word for a standard claim", async () => {
    await expectFindings(misspelledClaim, { schema: { properties: { issuer: string } } }, [
      {
        message: 'The claim "issuer" looks like another name for the standard claim "iss".',
        help: 'Use "iss" (RFC 7519 section 4.1.1), or give a claim of another meaning a name in your namespace.',
        fix: { file: "schema.json", edits: [{ kind: "rename", pointer: "/properties/issuer", to: "iss" }] },
      },
    ]);
  });

  it.each([
    ["Sub", "sub"],
    ["SUB", "sub"],
    ["family-name", "family_name"],
    ["user_id", "sub"],
    ["scopes", "scope"],
    ["expires_at", "exp"],
    ["phone", "phone_number"],
  ])("takes %s for %s", async (name, standard) => {
    const [finding] = await findingsOf([misspelledClaim], { schema: { properties: { [name]: {} } } });
    expect(finding?.message).toContain(`"${standard}"`);
  });

  it.each([
    ["only the organization knows what is meant", { properties: { user_id: string } }],
    ["the values are of another type", { properties: { scopes: { type: "array" } } }],
    ["the standard claim is there too", { properties: { Sub: { "x-claimsmith-name": "other" }, sub: string } }],
    ["the name stands in an alternative too", { properties: { issuer: string }, anyOf: [{ required: ["issuer"] }] }],
    ["another claim depends on it", { properties: { issuer: string }, dependentRequired: { issuer: ["iat"] } }],
    ["the name stands in two files", { properties: { issuer: string }, allOf: [{ $ref: "other.json" }] }],
  ])("offers no edits where %s", async (_, schema) => {
    const files = { "other.json": { type: "object", required: ["issuer"] } };
    const findings = await findingsOf([misspelledClaim], { schema: { type: "object", ...schema }, files });
    expect(findings.map(({ fix }) => fix)).toEqual([null]);
  });

  it.each([
    ["a standard name", { email_verified: { type: "boolean" } }],
    ["a name that many use for something else", { role: string, username: string, url: string, scp: {} }],
    ["a local id beside the standard one", { sub: string, user_id: string }],
    ["a name in the organization's namespace", { "https://acme.example/user_id": string }],
    ["a localised name", { "family_name#de": string }],
    ["a name of Object.prototype", JSON.parse('{"__proto__": {}, "constructor": {}, "toString": {}}')],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(misspelledClaim, { schema: { properties } }, []);
  });

  it("accepts other words in a token of a third party, and no other spelling", async () => {
    const schema = { properties: { actor: string, Sub: string } };
    await expectFindings(misspelledClaim, { schema, token: { helpers: ["verify"] } }, [{ claim: "Sub" }]);
  });
});
