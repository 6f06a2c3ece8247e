import { describe, it } from "vitest";
import { conditionalClaim } from "../../../../src/lint/rules/conditional-claim.js";
import { expectFindings } from "../../../support/expect-findings.js";

const idToken = { profile: "oidc-id-token" };

describe("conditional-claim", () => {
  it("reports what clients can ask for and no token can hold, and declares it", async () => {
    await expectFindings(conditionalClaim, { schema: { properties: {} }, token: idToken }, [
      {
        at: "schema.json#/properties",
        message:
          'The claim "auth_time" is required when max_age or auth_time itself was requested, and this claim set does not declare it.',
        help: 'Add "auth_time": { "$ref": "claimsmith:iana-jwt#/$defs/auth_time" } to "properties"; undeclared, it is refused at issue.',
        source: ["OpenID Connect Core 1.0 section 2"],
        fix: {
          file: "schema.json",
          edits: [
            { kind: "set", pointer: "/properties/auth_time", value: { $ref: "claimsmith:iana-jwt#/$defs/auth_time" } },
          ],
        },
      },
      {
        message: 'The claim "nonce" is required when the request had a nonce, and this claim set does not declare it.',
        source: ["OpenID Connect Core 1.0 sections 2 and 3.2.2.10"],
      },
    ]);
  });

  it("offers no edit where there are no properties to add to", async () => {
    await expectFindings(conditionalClaim, { schema: { type: "object" }, token: idToken }, [
      { fix: null },
      { fix: null },
    ]);
  });

  it.each([
    ["declared claims", { properties: { nonce: {}, auth_time: { type: "number" } } }, idToken],
    ["a claim set that admits others", { additionalProperties: { type: "string" } }, idToken],
    ["a token of a third party", {}, { ...idToken, helpers: ["verify"] }],
    ["a profile without conditions", {}, { profile: "rfc9068" }],
    ["no profile", {}, {}],
  ])("accepts %s", async (_, schema, token) => {
    await expectFindings(conditionalClaim, { schema: { type: "object", ...schema }, token }, []);
  });
});
