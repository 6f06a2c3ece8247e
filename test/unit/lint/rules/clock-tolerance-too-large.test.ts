import { describe, it } from "vitest";
import { clockToleranceTooLarge } from "../../../../src/lint/rules/clock-tolerance-too-large.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("clock-tolerance-too-large", () => {
  it.each([
    [
      "more than two minutes",
      { clockTolerance: "3m", lifetime: "15m" },
      "The clock tolerance 3m is more than two minutes.",
    ],
    [
      "more than half of a short lifetime",
      { clockTolerance: "31s", lifetime: "1m" },
      "The clock tolerance 31s is more than half of the lifetime 1m.",
    ],
  ])("reports %s", async (_, token, message) => {
    await expectFindings(clockToleranceTooLarge, { token }, [
      {
        at: "claims.config.json#/tokens/token/clockTolerance",
        severity: "warn",
        message,
        help: "Keep the clocks right (NTP), and set it to 60s or less.",
      },
    ]);
  });

  it.each([
    ["none", {}],
    ["two minutes", { clockTolerance: "2m", lifetime: "15m" }],
    ["half of the lifetime", { clockTolerance: "30s", lifetime: "1m" }],
  ])("accepts %s", async (_, token) => {
    await expectFindings(clockToleranceTooLarge, { token }, []);
  });
});
