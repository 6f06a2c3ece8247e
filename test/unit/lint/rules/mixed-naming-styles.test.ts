import { describe, it } from "vitest";
import { mixedNamingStyles } from "../../../../src/lint/rules/mixed-naming-styles.js";
import { expectFindings } from "../../../support/expect-findings.js";

const own = (...names: readonly string[]) => ({
  properties: Object.fromEntries(names.map((name) => [`https://acme.example/${name}`, {}])),
});

describe("mixed-naming-styles", () => {
  it("reports the claims that are not in the style of most", async () => {
    await expectFindings(mixedNamingStyles, { schema: own("tenantId", "billingPlan", "account_type", "Home-Page") }, [
      {
        at: "schema.json#/properties/https:~1~1acme.example~1account_type",
        claim: "https://acme.example/account_type",
        message:
          'The claim "https://acme.example/account_type" is in snake_case; other claims of this claim set are in camelCase.',
        help: "Choose one style: the registered claims are in snake_case. To rename a claim in use, issue it under both names for a while.",
      },
    ]);
  });

  it("prefers the style of registered names where no style has more", async () => {
    await expectFindings(mixedNamingStyles, { schema: own("tenantId", "account_type") }, [
      { claim: "https://acme.example/tenantId" },
    ]);
  });

  it.each([
    ["one style", own("tenant_id", "account_type")],
    ["single words, which fit any style", own("tenant", "accountType", "plan")],
    [
      "registered names beside another style",
      { properties: { email_verified: {}, "https://acme.example/tenantId": {} } },
    ],
    ["a misspelled name, which is to be corrected", { properties: { emailVerified: {}, account_type: {} } }],
    ["no claims", {}],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(mixedNamingStyles, { schema }, []);
  });

  it("accepts what a third party calls its claims", async () => {
    const schema = { properties: { tenantId: {}, account_type: {} } };
    await expectFindings(mixedNamingStyles, { schema, token: { helpers: ["verify"] } }, []);
  });
});
