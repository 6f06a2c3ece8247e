import { describe, it } from "vitest";
import { hmacSharedSecret } from "../../../../src/lint/rules/hmac-shared-secret.js";
import { expectFindings } from "../../../support/expect-findings.js";

describe("hmac-shared-secret", () => {
  it.each([
    [
      "several audiences",
      { audience: ["a", "b", "c"] },
      "Each of the 3 audiences holds the secret of HS256, and can issue tokens for the others.",
      undefined,
    ],
    [
      "a third party that issues",
      { helpers: ["verify"] },
      "The secret of HS256 is shared with whoever issues the tokens, and either side can issue them.",
      undefined,
    ],
    [
      "a third party that verifies",
      { helpers: ["issue"] },
      "The secret of HS256 is shared with whoever verifies the tokens, and either side can issue them.",
      undefined,
    ],
    [
      "resource servers",
      { profile: "rfc9068", issuer: "https://auth.acme.example", audience: "a" },
      "Every resource server holds the secret of HS256, and can issue access tokens.",
      ["RFC 9068 section 2.1"],
    ],
  ])("reports a secret that is shared with %s", async (_, token, message, source) => {
    await expectFindings(hmacSharedSecret, { token: { ...token, algorithms: ["HS256"] } }, [
      {
        at: "claims.config.json#/tokens/token/algorithms",
        severity: "warn",
        message,
        help: "Sign with ES256 or Ed25519, and give consumers the public key only.",
        source: source ?? ["OWASP JSON Web Token Cheat Sheet", "RFC 7518 section 3.2"],
      },
    ]);
  });

  it.each([
    ["a secret of one service that issues and verifies", { algorithms: ["HS256"], audience: "a" }],
    ["a secret without an audience", { algorithms: ["HS512"] }],
    ["key pairs with several audiences", { algorithms: ["ES256"], audience: ["a", "b"] }],
  ])("accepts %s", async (_, token) => {
    await expectFindings(hmacSharedSecret, { token }, []);
  });
});
