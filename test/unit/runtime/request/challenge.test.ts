import { describe, expect, it } from "vitest";
import { bearerChallenge, isRealm, isScopeToken } from "../../../../src/runtime/request/challenge.js";

describe("bearerChallenge", () => {
  it.each([
    [bearerChallenge(null, null), "Bearer"],
    [bearerChallenge("acme api", null), 'Bearer realm="acme api"'],
    [bearerChallenge(null, "invalid_token"), 'Bearer error="invalid_token"'],
    [
      bearerChallenge("acme", "insufficient_scope", ["a", "b:c"]),
      'Bearer realm="acme", error="insufficient_scope", scope="a b:c"',
    ],
  ])("%s", (given, want) => {
    expect(given).toBe(want);
  });
});

describe("what stands in quotes", () => {
  it.each([
    ["a", true, true],
    ["invoices:read", true, true],
    ["a b", false, true],
    ['a"', false, false],
    ["a\\", false, false],
    ["a\r\nSet-Cookie: b", false, false],
    ["caf\u00e9", false, false],
    ["", false, false],
    [5, false, false],
  ])("%j: a word of a scope %s, a realm %s", (given, isWord, isName) => {
    expect([isScopeToken(given), isRealm(given)]).toEqual([isWord, isName]);
  });
});
