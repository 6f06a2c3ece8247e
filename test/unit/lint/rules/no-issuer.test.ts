import { describe, it } from "vitest";
import { noIssuer } from "../../../../src/lint/rules/no-issuer.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("no-issuer", () => {
  it("reports an issuer that is demanded and not compared", async () => {
    await expectFindings(noIssuer, { schema: { properties: { iss: { type: "string" } }, required: ["iss"] } }, [
      {
        at: "claims.config.json#/tokens/token",
        severity: "warn",
        message: 'The claim "iss" is demanded, but any issuer is accepted.',
        help: 'Give the token an "issuer" in the config: it is filled in at issue and demanded at verify.',
      },
    ]);
  });

  it.each([
    ["an issuer in the policy", { token: { issuer: "https://auth.acme.example" } }],
    ["an issuer that the claim set names", { schema: { properties: { iss: { const: "a" } }, required: ["iss"] } }],
    ["a token without an issuer, which missing-essential-claim reports", {}],
  ])("accepts %s", async (_, sample) => {
    await expectFindings(noIssuer, sample, []);
  });
});
