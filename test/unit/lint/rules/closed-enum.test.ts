import { describe, it } from "vitest";
import { closedEnum } from "../../../../src/lint/rules/closed-enum.js";
import { expectFindings } from "../../../support/expect-findings.js";

const values = { type: "string", enum: ["a", "b"] };

describe("closed-enum", () => {
  it("reports a closed enum of roles, with the open form", async () => {
    await expectFindings(closedEnum, { schema: { properties: { "https://acme.example/role": values } } }, [
      {
        at: "schema.json#/properties/https:~1~1acme.example~1role/enum",
        claim: "https://acme.example/role",
        severity: "warn",
        message:
          'The enum of "https://acme.example/role" is closed: a consumer refuses every token with a value that is added later.',
        help: 'If more may come, write { "anyOf": [{ "enum": [ … ] }, { "type": "string" }] }: known values are still completed. Consumers first; then values can be added in any order.',
      },
    ]);
  });

  it.each([
    ["items", { roles: { type: "array", items: values } }],
    ["members", { tenant: { properties: { subscriptionPlan: values } } }],
    ["a plural", { capabilities: values }],
    ["a definition", { tier: { $ref: "#/$defs/values" } }],
    ["an alternative that is not open", { plan: { anyOf: [values, { type: "null" }] } }],
  ])("reports one in %s", async (_, properties) => {
    await expectFindings(closedEnum, { schema: { properties, $defs: { values } } }, [{ severity: "warn" }]);
  });

  it.each([
    ["the open form", { role: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] } }],
    ["the open form behind references", { role: { anyOf: [{ $ref: "#/$defs/values" }, { $ref: "#/$defs/text" }] } }],
    ["values that are complete by their nature", { environment: values, status: values }],
    ["a single value", { role: { enum: ["admin"] } }],
    ["numbers", { tier: { enum: [1, 2] } }],
    ["what is refused", { role: { type: "string", not: values } }],
    ["words that only contain one", { parole: values, planet: values }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(closedEnum, { schema: { properties, $defs: { values, text: { type: "string" } } } }, []);
  });
});
