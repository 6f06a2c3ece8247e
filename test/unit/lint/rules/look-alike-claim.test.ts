import { describe, expect, it } from "vitest";
import { lookAlikeClaim } from "../../../../src/lint/rules/look-alike-claim.js";
import { expectFindings, findingsOf } from "../../../support/expect-findings.js";

const string = { type: "string" };

describe("look-alike-claim", () => {
  it("reports another word for a standard claim", async () => {
    await expectFindings(lookAlikeClaim, { schema: { properties: { issuer: string } } }, [
      {
        message: 'The claim "issuer" looks like another name for the standard claim "iss".',
        help: 'Use "iss" (RFC 7519 section 4.1.1), or give a claim of another meaning a name in your namespace.',
        fix: { file: "schema.json", edits: [{ kind: "rename", pointer: "/properties/issuer", to: "iss" }] },
      },
    ]);
  });

  it.each([
    ["user_id", "sub"],
    ["scopes", "scope"],
    ["expires_at", "exp"],
    ["phone", "phone_number"],
  ])("takes %s for %s", async (name, standard) => {
    const [finding] = await findingsOf([lookAlikeClaim], { schema: { properties: { [name]: {} } } });
    expect(finding?.message).toContain(`"${standard}"`);
  });

  it.each([
    ["only the organization knows what is meant", { properties: { user_id: string } }],
    ["the values are of another type", { properties: { scopes: { type: "array" } } }],
    ["the name stands in an alternative too", { properties: { issuer: string }, anyOf: [{ required: ["issuer"] }] }],
    ["another claim depends on it", { properties: { issuer: string }, dependentRequired: { issuer: ["iat"] } }],
    ["the name stands in two files", { properties: { issuer: string }, allOf: [{ $ref: "other.json" }] }],
  ])("offers no edits where %s", async (_, schema) => {
    const files = { "other.json": { type: "object", required: ["issuer"] } };
    const findings = await findingsOf([lookAlikeClaim], { schema: { type: "object", ...schema }, files });
    expect(findings.map(({ fix }) => fix)).toEqual([null]);
  });

  it.each([
    ["a standard name", { email_verified: { type: "boolean" } }],
    ["another spelling, which is an error", { emailVerified: { type: "boolean" } }],
    ["a name that many use for something else", { role: string, username: string, url: string, scp: {} }],
    ["a local id beside the standard one", { sub: string, user_id: string }],
    ["a name in the organization's namespace", { "https://acme.example/user_id": string }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(lookAlikeClaim, { schema: { properties } }, []);
  });

  it("accepts the words of a third party", async () => {
    await expectFindings(
      lookAlikeClaim,
      { schema: { properties: { actor: string } }, token: { helpers: ["verify"] } },
      [],
    );
  });
});
