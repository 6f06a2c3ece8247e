import { describe, it } from "vitest";
import { lifetimeTooLong } from "../../../../src/lint/rules/lifetime-too-long.js";
import { expectFindings } from "../../../support/expect-findings.js";

const PARTIES = { issuer: "https://auth.acme.example", audience: "https://api.acme.example" };

describe("lifetime-too-long", () => {
  it.each([
    ["jwt", "2d", "The lifetime 2d is long for a token: at most 1d is advised.", "OWASP JSON Web Token Cheat Sheet"],
    ["rfc9068", "90m", "The lifetime 90m is long for an access token: at most 1h is advised.", "RFC 6750 section 5.3"],
    [
      "oidc-id-token",
      "25h",
      "The lifetime 25h is long for an ID token: at most 1d is advised.",
      "OWASP JSON Web Token Cheat Sheet",
    ],
    [
      "oidc-logout-token",
      "5m",
      "The lifetime 5m is long for a logout token: at most 2m is advised.",
      "OpenID Connect Back-Channel Logout 1.0 section 4",
    ],
  ])("reports a token of the profile %s that lives %s", async (profile, lifetime, message, source) => {
    await expectFindings(lifetimeTooLong, { token: { ...PARTIES, profile, lifetime } }, [
      {
        at: "claims.config.json#/tokens/token/lifetime",
        severity: "warn",
        message,
        help: "Shorten it and renew tokens more often; by `claimsmith diff`, a shorter lifetime is deployed to producers first.",
        source: [source],
      },
    ]);
  });

  it.each([
    ["jwt", "1d"],
    ["rfc9068", "1h"],
    ["oidc-id-token", "24h"],
    ["oidc-logout-token", "120s"],
  ])("accepts a token of the profile %s that lives %s", async (profile, lifetime) => {
    await expectFindings(lifetimeTooLong, { token: { ...PARTIES, profile, lifetime } }, []);
  });
});
