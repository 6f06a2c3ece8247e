import { describe, it } from "vitest";
import { milliseconds } from "../../../../src/lint/rules/milliseconds.js";
import { expectFindings } from "../../../support/expect-findings.js";

const number = (more: object) => ({ type: "number", ...more });

describe("milliseconds", () => {
  it.each([
    ["example", { examples: [1781524800, 1781524800000] }, "/examples/1"],
    ["default", { default: 1781524800000 }, "/default"],
    ["minimum", { minimum: 1781524800000 }, "/minimum"],
    ["exclusiveMinimum", { exclusiveMinimum: 1781524800000 }, "/exclusiveMinimum"],
    ["maximum", { maximum: 1781524800000 }, "/maximum"],
    ["exclusiveMaximum", { exclusiveMaximum: 1781524800000 }, "/exclusiveMaximum"],
    ["const", { const: 1781524800000 }, "/const"],
    ["enum", { enum: [1781524800000] }, "/enum/0"],
  ])("reports milliseconds in %s", async (keyword, more, pointer) => {
    await expectFindings(milliseconds, { schema: { properties: { login_at: number(more) } } }, [
      {
        at: `schema.json#/properties/login_at${pointer}`,
        claim: "login_at",
        severity: "error",
        message: `The ${keyword} of the time "login_at" is in milliseconds, it seems: 1781524800000 seconds are the year 58424.`,
        help: "Divide it by 1000.",
      },
    ]);
  });

  it("reports a description that speaks of milliseconds", async () => {
    const exp = number({ description: "Expiry in milliseconds since 1970." });
    await expectFindings(milliseconds, { schema: { properties: { exp } } }, [
      {
        at: "schema.json#/properties/exp/description",
        message: 'The description of the time "exp" speaks of milliseconds.',
        help: "Give the time in seconds, and say so.",
      },
    ]);
  });

  it("reports a name that says so, once", async () => {
    const member = number({ examples: [1781524800000], description: "In milliseconds." });
    const session = { type: "object", properties: { expiresAtMs: member } };
    await expectFindings(milliseconds, { schema: { properties: { session } } }, [
      {
        at: "schema.json#/properties/session/properties/expiresAtMs",
        claim: "session",
        message: 'The time "session.expiresAtMs" is in milliseconds by its name.',
        help: "Give the time in seconds, and leave the unit out of its name.",
      },
    ]);
  });

  it.each([
    ["seconds", { exp: number({ examples: [1781524800], minimum: 0 }) }],
    ["a bound that says never", { exp: number({ maximum: 253402300799, exclusiveMaximum: 253402300800 }) }],
    ["large numbers that are no times", { account: number({ examples: [1781524800000] }) }],
    ["a duration in milliseconds", { latency_ms: number({ examples: [120] }) }],
    ["a description that rules them out", { exp: number({ description: "In seconds, not in milliseconds." }) }],
    ["texts", { exp: number({}), login_at: { type: "string", examples: ["1781524800000"] } }],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(milliseconds, { schema: { properties } }, []);
  });
});
