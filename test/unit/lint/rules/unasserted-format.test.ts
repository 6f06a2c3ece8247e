import { describe, it } from "vitest";
import { unassertedFormat } from "../../../../src/lint/rules/unasserted-format.js";
import { expectFindings } from "../../../support/expect-findings.js";

const claimOf = (schema: object) => ({ schema: { properties: { thing: schema } } });

describe("unasserted-format", () => {
  it.each(["datetime", "dateTime", "DATE_TIME"])("reports %s, and corrects the spelling", async (format) => {
    await expectFindings(unassertedFormat, claimOf({ type: "string", format }), [
      {
        at: "schema.json#/properties/thing/format",
        claim: "thing",
        message: `The format "${format}" of "thing" is not known, so nothing asserts it.`,
        help: 'Did you mean "date-time"?',
        fix: {
          file: "schema.json",
          edits: [{ kind: "set", pointer: "/properties/thing/format", value: "date-time" }],
        },
      },
    ]);
  });

  it.each([
    ["iri", 'Did you mean "uri"?'],
    ["guid", 'Did you mean "uuid"?'],
    ["base64", 'Did you mean "byte"?'],
    ["semver-range-expression", 'Say what you mean with a "pattern".'],
    ["__proto__", 'Say what you mean with a "pattern".'],
  ])("reports %s, without an edit", async (format, help) => {
    await expectFindings(unassertedFormat, claimOf({ type: "string", format }), [{ help, fix: null }]);
  });

  it("reports a format without a rule", async () => {
    await expectFindings(unassertedFormat, claimOf({ type: "string", format: "binary" }), [
      {
        message: 'The format "binary" of "thing" has no rule that a validator could assert.',
        help: 'Say what you mean with a "pattern", or leave the format out.',
      },
    ]);
  });

  it.each([
    ["email", { type: "integer" }, "string"],
    ["int32", { type: "string" }, "number"],
  ])("reports %s on values of another type", async (format, schema, kind) => {
    await expectFindings(unassertedFormat, claimOf({ ...schema, format }), [
      {
        message: `The format "${format}" of "thing" is about ${kind}s, and no value is one.`,
        help: `Remove the format, or declare the value as a ${kind}.`,
      },
    ]);
  });

  it.each([
    ["an asserted format", { type: "string", format: "email" }],
    ["an asserted format of numbers", { type: "integer", format: "int64" }],
    ["a format where no type is given", { format: "email" }],
    ["a format beside several types", { type: ["string", "null"], format: "uri" }],
    ["a secret, which no-secrets reports", { type: "string", format: "password" }],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(unassertedFormat, claimOf(schema), []);
  });
});
