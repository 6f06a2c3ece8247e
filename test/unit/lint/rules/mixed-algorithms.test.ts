import { describe, it } from "vitest";
import { mixedAlgorithms } from "../../../../src/lint/rules/mixed-algorithms.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("mixed-algorithms", () => {
  it("reports a list with a secret and a key pair", async () => {
    await expectFindings(mixedAlgorithms, { token: { algorithms: ["HS256", "ES256", "HS512"] } }, [
      {
        at: "claims.config.json#/tokens/token/algorithms",
        severity: "error",
        message: "The algorithms HS256, HS512 use a shared secret, ES256 a key pair.",
        help: "Keep ES256, and make tokens that need a secret a token of their own.",
      },
    ]);
  });

  it.each([
    ["two key pairs", ["ES256", "RS256"]],
    ["two secrets", ["HS256", "HS512"]],
  ])("accepts %s", async (_, algorithms) => {
    await expectFindings(mixedAlgorithms, { token: { algorithms } }, []);
  });
});
