import { describe, it } from "vitest";
import { audienceForm } from "../../../../src/lint/rules/audience-form.js";
import { expectFindings } from "../../../support/expect-findings.js";

const api = "https://api.acme.example";
const reports = "https://reports.acme.example";

describe("audience-form", () => {
  it("reports a schema without the array form where the policy has several audiences", async () => {
    const schema = { properties: { aud: { type: "string" } } };
    await expectFindings(audienceForm, { schema, token: { audience: [api, reports] } }, [
      {
        at: "schema.json#/properties/aud",
        claim: "aud",
        severity: "error",
        message: 'The policy has several audiences, and the claim "aud" refuses an array of them.',
        help: 'Write { "$ref": "claimsmith:iana-jwt#/$defs/aud" }, which admits a string and an array of strings.',
      },
    ]);
  });

  it("reports an audience of the policy that the schema refuses", async () => {
    const schema = { properties: { aud: { enum: [api, [api]] } } };
    await expectFindings(audienceForm, { schema, token: { audience: [api, reports] } }, [
      {
        message: 'The claim "aud" refuses "https://reports.acme.example", an audience of the policy.',
        help: 'Let the schema of "aud" admit it, or take it out of "audience" in the config.',
      },
    ]);
  });

  it.each([
    ["both forms", { $ref: "claimsmith:iana-jwt#/$defs/aud" }, [api, reports]],
    ["the array form only", { type: "array", items: { type: "string" } }, [api, reports]],
    ["a definition", { $ref: "#/$defs/audience" }, [api, reports]],
    ["a string for one audience", { type: "string" }, api],
    ["a string for a list of one", { type: "string" }, [api]],
  ])("accepts %s", async (_, aud, audience) => {
    const schema = { properties: { aud }, $defs: { audience: { type: ["string", "array"] } } };
    await expectFindings(audienceForm, { schema, token: { audience } }, []);
  });

  it("accepts any form where the policy has no audience, or the schema does not speak of it", async () => {
    await expectFindings(audienceForm, { schema: { properties: { aud: { type: "string" } } } }, []);
    await expectFindings(audienceForm, { token: { audience: [api, reports] } }, []);
  });
});
