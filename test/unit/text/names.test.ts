import { describe, expect, test } from "vitest";

import { isIdentifier, lettersOf, pascalIdentifier, shortClaimName, tokenNames } from "../../../src/text/names.js";

describe("tokenNames", () => {
  test.each([
    ["accessToken", { pascal: "AccessToken", camel: "accessToken", kebab: "access-token" }],
    ["access_token", { pascal: "AccessToken", camel: "accessToken", kebab: "access-token" }],
    ["access-token-v2", { pascal: "AccessTokenV2", camel: "accessTokenV2", kebab: "access-token-v2" }],
    ["ACCESS", { pascal: "Access", camel: "access", kebab: "access" }],
    ["a_1", { pascal: "A_1", camel: "a_1", kebab: "a-1" }],
    ["I", { pascal: "I", camel: "i", kebab: "i" }],
  ])("gives the three spellings of %s", (key, want) => {
    expect(tokenNames(key)).toEqual(want);
  });
});

describe("shortClaimName", () => {
  const namespaces = ["https://acme.example/", "https://acme.example/claims/"];
  test.each([
    ["https://acme.example/claims/role", "role"],
    ["https://acme.example/claims/org/unit-id", "orgUnitId"],
    ["https://acme.example/other", "other"],
    ["https://acme.example/claims/", "claims"],
    ["email_verified", "emailVerified"],
    ["x5t#S256", "x5tS256"],
    ["https://other.example/x/user-id#", "userId"],
    ["https://other.example/x?y=z#the_part", "thePart"],
    ["https://other.example/", "otherExample"],
    ["https://other.example/a%2Fb", "aB"],
    ["https://other.example/100%", "_100"],
    ["urn:example:iam:roles", "roles"],
    ["cognito:groups", "cognitoGroups"],
    ["kubernetes.io", "kubernetesIo"],
    ["2fa", "_2fa"],
    ["default", "default"],
    ["constructor", "constructor"],
    ["__proto__", "proto"],
    ["e\u0301a", "\u00e9a"],
    ["...", "claim_2e_2e_2e"],
    ["_", "claim_5f"],
    ["\u{1f600}", "claim_1f600"],
    ["\ud800", "claim_d800"],
    ["", "claim"],
  ])("of %j is %s", (name, want) => {
    expect(shortClaimName(name, namespaces)).toBe(want);
  });
});

describe("pascalIdentifier", () => {
  test.each([
    ["postal address", "PostalAddress"],
    ["a`\u0024{b}*/c", "ABC"],
    ["2fa", "_2fa"],
    ["日本語", "日本語"],
    ["$", "Type_24"],
    ["", "Type"],
  ])("of %j is %s", (text, want) => {
    expect(pascalIdentifier(text)).toBe(want);
    expect(isIdentifier(want)).toBe(true);
  });
});

describe("isIdentifier", () => {
  test.each([
    ["accessToken", true],
    ["_2fa", true],
    ["$", true],
    ["été", true],
    ["of", true],
    ["2fa", false],
    ["a-b", false],
    ["a b", false],
    ["", false],
    ["a\n", false],
    ["class", false],
    ["await", false],
    ["let", false],
    ["eval", false],
    ["undefined", false],
  ])("of %j is %s", (text, want) => {
    expect(isIdentifier(text)).toBe(want);
  });
});

describe("lettersOf", () => {
  test.each([
    ["email_verified", "emailVerified"],
    ["client_id", "Client-ID"],
    ["auth.time", "auth time"],
  ])("are those of %s and %s alike", (one, other) => {
    expect(lettersOf(one)).toBe(lettersOf(other));
  });

  test("keep names apart that differ in more", () => {
    expect(lettersOf("https://acme.example/sub")).not.toBe(lettersOf("sub"));
    expect(lettersOf("role")).not.toBe(lettersOf("roles"));
  });
});
