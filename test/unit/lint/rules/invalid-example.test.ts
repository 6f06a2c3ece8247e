import { describe, it } from "vitest";
import { invalidExample } from "../../../../src/lint/rules/invalid-example.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("invalid-example", () => {
  it("reports an example that its schema refuses, at the example", async () => {
    const role = { type: "string", enum: ["admin", "member"], examples: ["admin", "owner"] };
    await expectFindings(invalidExample, { schema: { properties: { role } } }, [
      {
        at: "schema.json#/properties/role/examples/1",
        claim: "role",
        severity: "error",
        message: 'This example of "role" does not meet its own schema: "enum" refuses it.',
        help: "Mend the example, or the schema if the example is right.",
      },
    ]);
  });

  it("reports a default, and where in it the fault is", async () => {
    const tenant = { properties: { id: { type: "string" } }, default: { id: 7 } };
    await expectFindings(invalidExample, { schema: { properties: { tenant } } }, [
      {
        at: "schema.json#/properties/tenant/default",
        message: 'This default of "tenant" does not meet its own schema: "type" refuses it at /id.',
        help: "Mend the default, or the schema if the default is right.",
      },
    ]);
  });

  it("reports an example of the whole claim set", async () => {
    const schema = { properties: { level: { type: "integer" } }, examples: [{ level: 1 }, { level: "high" }] };
    await expectFindings(invalidExample, { schema }, [
      {
        at: "schema.json#/examples/1",
        claim: null,
        message: 'This example of the claim set does not meet its own schema: "type" refuses it at /level.',
      },
    ]);
  });

  it("reports an example in a definition once", async () => {
    const schema = {
      properties: { a: { $ref: "#/$defs/day" }, b: { $ref: "#/$defs/day" } },
      $defs: { day: { type: "string", format: "date", examples: ["2026-13-01"] } },
    };
    await expectFindings(invalidExample, { schema }, [
      {
        at: "schema.json#/$defs/day/examples/0",
        message: 'This example of "a" does not meet its own schema: "format" refuses it.',
      },
    ]);
  });

  it.each([
    ["examples that are accepted", { type: "string", examples: ["a"], default: "b" }],
    ["examples of a definition's values", { $ref: "#/$defs/text", examples: ["a"] }],
    ["no examples", { type: "string", examples: [] }],
    ["members of any name", { default: JSON.parse('{"__proto__": 1, "constructor": 2}') }],
  ])("accepts %s", async (_, role) => {
    await expectFindings(invalidExample, { schema: { properties: { role }, $defs: { text: { type: "string" } } } }, []);
  });
});
