import { describe, it } from "vitest";
import { sunsetPassed } from "../../../../src/lint/rules/sunset-passed.js";
import { expectFindings } from "../../../support/expect-findings.js";

const help = "Remove it once its readers no longer need it, or give it a later date.";
const until = (date: string) => ({ deprecated: true, "x-claimsmith-sunset": date });
const today = "2026-06-15";

describe("sunset-passed", () => {
  it("reports a claim from the day after its sunset", async () => {
    await expectFindings(sunsetPassed, { schema: { properties: { tenant_id: until("2026-06-14") } }, today }, [
      {
        at: "schema.json#/properties/tenant_id",
        claim: "tenant_id",
        message: '"tenant_id" was to stay until 2026-06-14, which is past.',
        help,
      },
    ]);
  });

  it("reports a member", async () => {
    const schema = { properties: { tenant: { properties: { code: until("2025-12-31") } } } };
    await expectFindings(sunsetPassed, { schema, today }, [
      {
        at: "schema.json#/properties/tenant/properties/code/x-claimsmith-sunset",
        claim: "tenant",
        message: '"tenant.code" was to stay until 2025-12-31, which is past.',
        help,
      },
    ]);
  });

  it.each([
    ["the day itself", { tenant_id: until("2026-06-15") }],
    ["a date to come", { tenant_id: until("2027-01-01"), tenant: { properties: { code: until("2027-01-01") } } }],
    ["no date", { tenant_id: { deprecated: true }, tenant: { properties: { code: {} } } }],
    ["what is no date", { tenant: { properties: { code: { "x-claimsmith-sunset": 7 } } } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(sunsetPassed, { schema: { properties }, today }, []);
  });
});
