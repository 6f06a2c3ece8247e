import { describe, it } from "vitest";
import { weakAlgorithm } from "../../../../src/lint/rules/weak-algorithm.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("weak-algorithm", () => {
  const PKCS1 =
    "Use PS256 with the same keys, or ES256; add it beside the old one, move producers, then remove the old one.";

  it.each(["RS256", "RS384", "RS512"])("reports %s", async (algorithm) => {
    await expectFindings(weakAlgorithm, { token: { algorithms: ["ES256", algorithm] } }, [
      {
        at: "claims.config.json#/tokens/token/algorithms/1",
        severity: "warn",
        message: `The algorithm ${algorithm} pads signatures by PKCS #1 v1.5, which is not recommended for new systems.`,
        help: PKCS1,
        source: ["OWASP JSON Web Token Cheat Sheet", "RFC 8725 section 3.2"],
      },
    ]);
  });

  it("reports EdDSA, which does not name its curve", async () => {
    await expectFindings(weakAlgorithm, { token: { algorithms: ["EdDSA"] } }, [
      {
        message: "The algorithm EdDSA does not say which curve is meant, and is deprecated for that.",
        help: 'Use Ed25519, which is the same for keys on that curve; consumers list both names until the last "EdDSA" token has expired.',
        source: ["RFC 9864 section 2.2"],
      },
    ]);
  });

  it.each([
    ["current algorithms", { algorithms: ["ES256", "ES384", "ES512", "PS256", "Ed25519"] }],
    ["secrets, which are another rule's matter", { algorithms: ["HS256"] }],
    ["what a third party signs with", { algorithms: ["RS256"], helpers: ["verify"] }],
  ])("accepts %s", async (_, token) => {
    await expectFindings(weakAlgorithm, { token }, []);
  });
});
