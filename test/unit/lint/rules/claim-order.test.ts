import { describe, it } from "vitest";
import { claimOrder } from "../../../../src/lint/rules/claim-order.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("claim-order", () => {
  it("reports registered claims that do not come first in their order, and offers the order", async () => {
    await expectFindings(claimOrder, { schema: { properties: { role: {}, exp: {}, iss: {} } } }, [
      {
        at: "schema.json#/properties",
        claim: null,
        message: "The registered claims do not come first, in the order of RFC 7519.",
        help: "Begin with iss, exp.",
        fix: { file: "schema.json", edits: [{ kind: "order", pointer: "/properties", names: ["iss", "exp"] }] },
      },
    ]);
  });

  it("looks at every part of the claim set, and not into the values of claims", async () => {
    const wrong = { properties: { a: { properties: { b: {}, sub: {} } }, sub: {} } };
    await expectFindings(claimOrder, { schema: { allOf: [wrong] } }, [{ at: "schema.json#/allOf/0/properties" }]);
  });

  it.each([
    ["registered claims first", { iss: {}, exp: {}, role: {} }],
    ["one registered claim alone", { exp: {} }],
    ["claims of which none is registered", { role: {}, constructor: {} }],
    ["no claim", {}],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(claimOrder, { schema: { properties } }, []);
  });
});
