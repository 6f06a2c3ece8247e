import { describe, expect, it } from "vitest";
import { missingEssentialClaim } from "../../../../src/lint/rules/missing-essential-claim.js";
import { expectFindings, findingsOf } from "../../../support/expect-findings.js";

const issuer = "https://auth.acme.example";

describe("missing-essential-claim", () => {
  it("reports what nothing demands, the issuer in the config and the others in the schema", async () => {
    await expectFindings(missingEssentialClaim, { schema: { type: "object", required: [] } }, [
      {
        at: "claims.config.json#/tokens/token",
        message: 'Nothing demands the claim "iss", so tokens without it are accepted.',
        help: 'Give the token an "issuer" in the config: it is filled in at issue and demanded at verify.',
        source: ["RFC 8725 section 3.8"],
      },
      {
        at: "schema.json#/required",
        claim: null,
        severity: "warn",
        message: 'Nothing demands the claim "iat", so tokens without it are accepted.',
        help: 'Add "iat" to "required": by it a consumer knows how old a token is. Issue fills it in.',
        source: ["RFC 7519 section 4.1.6"],
      },
      {
        at: "schema.json#/required",
        message: 'Nothing demands the claim "jti", so tokens without it are accepted.',
        help: 'Add "jti" to "required": a single token can be revoked, or refused the second time, only by its id. Issue fills it in.',
        source: ["RFC 7519 section 4.1.7"],
      },
      {
        at: "schema.json#/required",
        message: 'Nothing demands the claim "sub", so tokens without it are accepted.',
        help: 'Add "sub" to "required", so that every token says whom it is about; for a service without a user, its client id.',
        source: ["RFC 8725 section 3.8"],
      },
    ]);
  });

  it.each([
    ["required in the schema", { required: ["sub", "iat", "jti"] }],
    ["required by a definition", { $ref: "#/$defs/base", $defs: { base: { required: ["sub", "iat", "jti"] } } }],
    [
      "required by each alternative",
      { required: ["iat", "jti"], anyOf: [{ required: ["sub"] }, { required: ["sub", "act"] }] },
    ],
    ["about a subject in another form", { required: ["sub_id", "iat", "jti"] }],
  ])("accepts claims %s", async (_, schema) => {
    await expectFindings(missingEssentialClaim, { schema: { type: "object", ...schema }, token: { issuer } }, []);
  });

  it("reports a claim that only some alternatives demand", async () => {
    const schema = { type: "object", required: ["iat", "jti"], anyOf: [{ required: ["sub"] }, { required: ["act"] }] };
    const findings = await findingsOf([missingEssentialClaim], { schema, token: { issuer } });
    expect(findings.map(({ message }) => message)).toEqual([
      'Nothing demands the claim "sub", so tokens without it are accepted.',
    ]);
  });

  it("asks no id of the tokens of a third party", async () => {
    const schema = { type: "object", required: ["sub", "iat"] };
    await expectFindings(missingEssentialClaim, { schema, token: { issuer, helpers: ["verify"] } }, []);
  });

  it.each(["rfc9068", "oidc-id-token", "oidc-logout-token"])("leaves it to the profile %s", async (profile) => {
    await expectFindings(missingEssentialClaim, { token: { profile } }, []);
  });
});
