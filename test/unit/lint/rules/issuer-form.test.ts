import { describe, it } from "vitest";
import { issuerForm } from "../../../../src/lint/rules/issuer-form.js";
import { expectFindings } from "../../../support/expect-findings.js";

const AUTH = "https://auth.acme.example";
const OLD = "https://old.acme.example";

describe("issuer-form", () => {
  it("reports each issuer of the policy that the schema refuses", async () => {
    const schema = { properties: { iss: { enum: [AUTH, `${OLD}/`] } } };
    await expectFindings(issuerForm, { schema, token: { issuer: [AUTH, OLD] } }, [
      {
        at: "schema.json#/properties/iss",
        claim: "iss",
        severity: "error",
        message: 'The claim "iss" refuses "https://old.acme.example", an issuer of the policy.',
        help: 'Let the schema of "iss" admit it, or take it out of "issuer" in the config.',
      },
    ]);
  });

  it("reports a pattern of issuers of which the schema admits none", async () => {
    const schema = { properties: { iss: { $ref: "#/$defs/url" } }, $defs: { url: { pattern: "^https://auth\\." } } };
    await expectFindings(issuerForm, { schema, token: { issuer: [AUTH, "https://login.acme.example/{tenant}"] } }, [
      { message: 'The claim "iss" refuses "https://login.acme.example/{tenant}", an issuer of the policy.' },
    ]);
  });

  it.each([
    ["a string", { type: "string" }, [AUTH, OLD]],
    ["the issuer", { const: AUTH }, AUTH],
    ["one issuer of a pattern", { const: "https://login.acme.example/acme" }, "https://login.acme.example/{tenant}"],
  ])("accepts %s", async (_, iss, issuer) => {
    await expectFindings(issuerForm, { schema: { properties: { iss } }, token: { issuer } }, []);
  });

  it("accepts any schema where the policy has no issuer, and a claim that nobody declares", async () => {
    await expectFindings(issuerForm, { schema: { properties: { iss: { const: AUTH } } } }, []);
    await expectFindings(issuerForm, { token: { issuer: AUTH } }, []);
  });
});
