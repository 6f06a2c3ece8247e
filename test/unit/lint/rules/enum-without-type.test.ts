import { describe, it } from "vitest";
import { enumWithoutType } from "../../../../src/lint/rules/enum-without-type.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("enum-without-type", () => {
  it.each([
    ["string", ["eu", "us"]],
    ["integer", [1, 2]],
    ["number", [1.5]],
    ["boolean", [true]],
  ])("reports an enum of the type %s, and adds the type", async (type, values) => {
    await expectFindings(enumWithoutType, { schema: { properties: { region: { enum: values } } } }, [
      {
        at: "schema.json#/properties/region/enum",
        claim: "region",
        severity: "warn",
        message: `The enum of "region" has no type beside it; all its values are of the type ${type}.`,
        help: `Add "type": "${type}".`,
        fix: { file: "schema.json", edits: [{ kind: "set", pointer: "/properties/region/type", value: type }] },
      },
    ]);
  });

  it("reports values of several types, without an edit", async () => {
    await expectFindings(enumWithoutType, { schema: { properties: { level: { enum: ["1", 2, null] } } } }, [
      {
        message:
          'The enum of "level" has no type beside it, and its values are of several types: string, integer, null.',
        help: 'Write the values in one type, or state that all are meant: "type": ["string","integer","null"].',
        fix: null,
      },
    ]);
  });

  it("reports an enum in the items of a claim", async () => {
    const schema = { properties: { roles: { type: "array", items: { enum: ["a"] } } } };
    await expectFindings(enumWithoutType, { schema }, [
      { message: 'The enum of "roles[]" has no type beside it; all its values are of the type string.' },
    ]);
  });

  it.each([
    ["a type beside it", { type: "string", enum: ["eu"] }],
    ["a type in what it refers to", { $ref: "#/$defs/text", enum: ["eu"] }],
    ["the open form", { anyOf: [{ enum: ["eu"] }, { type: "string" }] }],
    ["the open form behind a reference", { anyOf: [{ $ref: "#/$defs/regions" }, { type: "string" }] }],
    ["a constant", { const: "eu" }],
    ["what is refused", { not: { enum: ["eu"] } }],
  ])("accepts %s", async (_, region) => {
    const $defs = { text: { type: "string" }, regions: { enum: ["eu"] } };
    await expectFindings(enumWithoutType, { schema: { properties: { region }, $defs } }, []);
  });
});
