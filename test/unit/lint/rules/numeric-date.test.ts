import { describe, it } from "vitest";
import { numericDate } from "../../../../src/lint/rules/numeric-date.js";
import { expectFindings } from "../../../support/expect-findings.js";

const seconds =
  'Declare it as "type": "number", in seconds, as exp and iat are: every JWT library reads and compares that.';

describe("numeric-date", () => {
  it("reports a registered time that need not be a number", async () => {
    await expectFindings(numericDate, { schema: { properties: { auth_time: { type: ["number", "string"] } } } }, [
      {
        at: "schema.json#/properties/auth_time",
        claim: "auth_time",
        message: 'The time "auth_time" can be something other than a number of seconds.',
        help: 'Declare it as "type": "number".',
        source: ["RFC 7519 section 2", "OpenID Connect Core 1.0 section 2"],
        fix: null,
      },
    ]);
  });

  it("reports a registered time in whole seconds only, and widens it", async () => {
    await expectFindings(numericDate, { schema: { properties: { exp: { type: "integer" } } } }, [
      {
        at: "schema.json#/properties/exp/type",
        claim: "exp",
        message: 'The time "exp" takes whole seconds only, and a NumericDate may have a fraction.',
        help: 'Declare it as "type": "number", or tokens of issuers that write fractions are refused.',
        source: ["RFC 7519 section 2", "RFC 7519 section 4.1.4"],
        fix: { file: "schema.json", edits: [{ kind: "set", pointer: "/properties/exp/type", value: "number" }] },
      },
    ]);
  });

  it("reports a date-time, at any depth", async () => {
    const session = { type: "object", properties: { startedAt: { type: "string", format: "date-time" } } };
    await expectFindings(numericDate, { schema: { properties: { session } } }, [
      {
        at: "schema.json#/properties/session/properties/startedAt/format",
        claim: "session",
        message: 'The time "session.startedAt" is a text in the format "date-time" and not a number of seconds.',
        help: seconds,
        source: ["RFC 7519 section 2"],
      },
    ]);
  });

  it("reports a text that is a time by its name", async () => {
    await expectFindings(numericDate, { schema: { properties: { last_login_at: { type: "string" } } } }, [
      {
        at: "schema.json#/properties/last_login_at",
        message: 'The time "last_login_at" is a text and not a number of seconds.',
        help: seconds,
      },
    ]);
  });

  it.each([
    ["numbers", { exp: { type: "number" }, auth_time: { type: "number" }, last_login_at: { type: "number" } }],
    ["whole seconds in a claim of the organization's own", { last_login_at: { type: "integer" } }],
    ["the registered definition", { auth_time: { $ref: "claimsmith:iana-jwt#/$defs/auth_time" } }],
    ["a day of the calendar", { birthday: { type: "string", format: "date" } }],
    ["texts by names that only look like times", { flat: { type: "string" }, look_at_me: { type: "string" } }],
    ["a text of another form", { started_at: { type: "string", format: "uri" } }],
    ["a registered claim that is a text", { sip_date: { type: "string", format: "date-time" } }],
    ["what is refused", { started_at: { not: { type: "string", format: "date-time" } } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(numericDate, { schema: { properties } }, []);
  });

  it("accepts the texts of a third party", async () => {
    const schema = { properties: { started_at: { type: "string", format: "date-time" } } };
    await expectFindings(numericDate, { schema, token: { helpers: ["verify"] } }, []);
  });
});
