import { describe, it } from "vitest";
import { deprecatedWithoutSunset } from "../../../../src/lint/rules/deprecated-without-sunset.js";
import { expectFindings } from "../../../support/expect-findings.js";

const help = 'Add "x-claimsmith-sunset" with the date after which it may go, such as "2027-06-30".';
const sunset = { "x-claimsmith-sunset": "2027-06-30" };

describe("deprecated-without-sunset", () => {
  it("reports a deprecated claim without a date", async () => {
    await expectFindings(deprecatedWithoutSunset, { schema: { properties: { tenant_id: { deprecated: true } } } }, [
      {
        at: "schema.json#/properties/tenant_id",
        claim: "tenant_id",
        message: '"tenant_id" is deprecated, and nothing says until when it stays.',
        help,
      },
    ]);
  });

  it("reports a deprecated member without a date", async () => {
    const schema = { properties: { tenant: { properties: { code: { deprecated: true } } } } };
    await expectFindings(deprecatedWithoutSunset, { schema }, [
      {
        at: "schema.json#/properties/tenant/properties/code/deprecated",
        claim: "tenant",
        message: '"tenant.code" is deprecated, and nothing says until when it stays.',
        help,
      },
    ]);
  });

  it.each([
    ["a date beside it", { tenant_id: { deprecated: true, ...sunset } }],
    ["a date beside the reference", { tenant_id: { $ref: "#/$defs/old", ...sunset } }],
    ["a dated member", { tenant: { properties: { code: { deprecated: true, ...sunset } } } }],
    ["what is not deprecated", { tenant_id: {}, code: { deprecated: false } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(deprecatedWithoutSunset, { schema: { properties, $defs: { old: { deprecated: true } } } }, []);
  });
});
