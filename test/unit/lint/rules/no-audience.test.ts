import { describe, it } from "vitest";
import { noAudience } from "../../../../src/lint/rules/no-audience.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("no-audience", () => {
  it("reports a token for everyone", async () => {
    await expectFindings(noAudience, {}, [
      {
        at: "claims.config.json#/tokens/token",
        severity: "warn",
        message: "No audience is demanded, so a token for one service is accepted by every other.",
        help: 'Give the token an "audience" in the config: it is filled in at issue and demanded at verify.',
      },
    ]);
  });

  it.each([
    ["an audience that need not be there", { properties: { aud: { const: "a" } } }],
    ["any audience", { properties: { aud: { type: "string" } }, required: ["aud"] }],
  ])("reports a claim set with %s", async (_, schema) => {
    await expectFindings(noAudience, { schema }, [{ claim: null }]);
  });

  it.each([
    ["an audience in the policy", { token: { audience: "a" } }],
    ["one that the claim set lists", { schema: { properties: { aud: { enum: ["a", "b"] } }, required: ["aud"] } }],
    [
      "one that the claim set lists for lists",
      { schema: { properties: { aud: { type: "array", contains: { const: "a" } } }, required: ["aud"] } },
    ],
  ])("accepts %s", async (_, sample) => {
    await expectFindings(noAudience, sample, []);
  });
});
