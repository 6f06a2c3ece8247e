import { describe, expect, it } from "vitest";
import { matchesIssuer, recognizeProvider } from "../../../src/infer/recognize-provider.js";
import type { JsonObject } from "../../../src/schema/json-schema.js";
import { cpuTime } from "../../support/cpu-time.js";

describe("matchesIssuer", () => {
  it.each([
    ["https://*.auth0.com", "https://acme.eu.auth0.com/", true],
    ["https://*.auth0.com", "https://acme.eu.auth0.com", true],
    ["https://*.auth0.com", "https://auth0.com/", false],
    ["https://*.auth0.com", "https://evilauth0.com/", false],
    ["https://*.auth0.com", "https://acme.auth0.com.evil.example/", false],
    ["https://*.auth0.com", "https://acme.auth0.com/x", false],
    ["https://*.auth0.com", "https://acme.auth0.com/?x", false],
    ["https://*.auth0.com", "https://evil.example/#.auth0.com", false],
    ["https://*.auth0.com", "https://a@acme.auth0.com/", false],
    ["https://*.auth0.com", "https://acme.auth0.com:8443/", false],
    ["https://*.auth0.com", "http://acme.auth0.com/", false],
    ["https://*.auth0.com", "acme.auth0.com", false],
    ["https://*.auth0.com", "https://", false],
    ["https://*.okta.com/oauth2/*", "https://acme.okta.com/oauth2/default", true],
    ["https://*.okta.com/oauth2/*", "https://acme.okta.com/oauth2", false],
    ["https://*.okta.com/oauth2/*", "https://acme.okta.com/oauth2/a/b", false],
    ["http://*/**/realms/*", "http://localhost:8080/realms/demo", true],
    ["http://*/**/realms/*", "http://localhost:8080/a/auth/realms/demo", true],
    ["http://*/**/realms/*", "http://localhost:8080/realms", false],
    ["https://clerk.*", "https://clerk.acme.example", true],
    ["https://oidc.eks.*.amazonaws.com/id/*", "https://oidc.eks.eu-west-1.amazonaws.com/id/AB12", true],
    ["accounts.google.com", "accounts.google.com", true],
    ["accounts.google.com", "https://accounts.google.com", false],
  ])("says of the form %s and the issuer %s: %s", (form, issuer, want) => {
    expect(matchesIssuer(form, issuer)).toBe(want);
  });

  it("takes no longer for a path of a thousand slashes", () => {
    const started = cpuTime();
    expect(matchesIssuer("https://*/**/realms/*", `https://a.example${"/realms".repeat(5000)}`)).toBe(false);
    expect(matchesIssuer("https://*/**/realms/*", `https://a.example${"/r".repeat(400)}`)).toBe(false);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});

const cases: readonly (readonly [
  what: string,
  claims: JsonObject,
  want: readonly [string, string | null, string] | null,
])[] = [
  ["an issuer of its own host", { iss: "https://acme.us.auth0.com/" }, ["Auth0", null, "issuer"]],
  [
    "issuer and claims",
    { iss: "https://acme.us.auth0.com/", gty: "x" },
    ["Auth0", "access token", "issuer and claims"],
  ],
  [
    "an issuer of any host, with a claim",
    { iss: "https://id.acme.example/oauth2/default", cid: "x" },
    ["Okta", "access token", "issuer and claims"],
  ],
  ["an issuer of any host alone", { iss: "https://id.acme.example/oauth2/default" }, null],
  ["two claims without an issuer", { cid: "x", uid: "y" }, ["Okta", "access token", "claims"]],
  ["one claim without an issuer", { uid: "y" }, null],
  ["a claim that nobody else sends", { "kubernetes.io": {} }, ["Kubernetes", "service account token", "claims"]],
  ["the claims of most", { tid: "a", oid: "b", uti: "c", cid: "d", uid: "e" }, ["Microsoft Entra ID", null, "claims"]],
  ["a kind by value", { token_use: "id", "cognito:username": "x" }, ["Amazon Cognito", "ID token", "claims"]],
  ["another kind by value", { token_use: "access", origin_jti: "x" }, ["Amazon Cognito", "access token", "claims"]],
  ["an issuer that is no string", { iss: 7 }, null],
  ["names that every object inherits", { iss: "constructor" }, null],
  ["nothing", {}, null],
];

describe("recognizeProvider", () => {
  it.each(cases)("by %s", (_, claims, want) => {
    const found = recognizeProvider(claims);
    expect(found && [found.provider.name, found.token?.name ?? null, found.by]).toEqual(want);
  });
});
