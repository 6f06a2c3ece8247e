import { describe, it } from "vitest";
import { collidesWithRegistry } from "../../../../src/lint/rules/collides-with-registry.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("collides-with-registry", () => {
  it("reports a general name with a schema of the organization's own", async () => {
    await expectFindings(collidesWithRegistry, { schema: { properties: { title: { type: "string" } } } }, [
      {
        at: "schema.json#/properties/title",
        claim: "title",
        message:
          'The general name "title" is registered with a particular meaning (OpenID Connect for Identity Assurance Claims Registration 1.0 section 4).',
        help: 'If you mean that, write { "$ref": "claimsmith:iana-jwt#/$defs/title" }; else give your claim a name in your namespace.',
      },
    ]);
  });

  it.each([
    ["the registered definition", { title: { $ref: "claimsmith:iana-jwt#/$defs/title" } }],
    ["a name registered for what organizations mean by it", { roles: { type: "array", items: { type: "string" } } }],
    ["what contradicts the registration, which redefines-claim reports", { status: { type: "string" } }],
    ["a particular name", { email: { type: "string", format: "email" } }],
    ["a name of the organization's own", { "https://acme.example/title": { type: "string" } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(collidesWithRegistry, { schema: { properties } }, []);
  });

  it("accepts what a third party means by a name", async () => {
    const schema = { properties: { title: { type: "string" } } };
    await expectFindings(collidesWithRegistry, { schema, token: { helpers: ["verify"] } }, []);
  });
});
