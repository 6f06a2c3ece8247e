import { describe, it } from "vitest";
import { missingDescription } from "../../../../src/lint/rules/missing-description.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("missing-description", () => {
  it("reports a private claim without a description, at the claim", async () => {
    await expectFindings(missingDescription, { schema: { properties: { role: { type: "string" } } } }, [
      {
        at: "schema.json#/properties/role",
        token: "token",
        claim: "role",
        severity: "warn",
        message: 'The claim "role" has no description.',
        help: 'Add a "description": who sets the claim, what it means, and what a consumer may conclude from it.',
      },
    ]);
  });

  it("leaves the token of a third party alone, which is only verified", async () => {
    const schema = { properties: { role: { type: "string" } } };
    await expectFindings(missingDescription, { schema, token: { helpers: ["verify"] } }, []);
  });

  it.each([
    ["a description", { role: { type: "string", description: "What the user may do." } }],
    ["a title, which is read where there is no description", { role: { type: "string", title: "Role" } }],
    ["a registered claim, which its standard describes", { sub: { type: "string" } }],
    ["a public claim, which the registry describes", { email: { type: "string" } }],
    ["a description behind a reference", { role: { $ref: "#/$defs/role" } }],
    ["no claim at all", {}],
  ])("accepts %s", async (_, properties) => {
    const schema = { properties, $defs: { role: { type: "string", description: "What the user may do." } } };
    await expectFindings(missingDescription, { schema }, []);
  });
});
