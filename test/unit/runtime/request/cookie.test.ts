import { describe, expect, it } from "vitest";
import { isCookieName, readCookie } from "../../../../src/runtime/request/cookie.js";
import { codeOf } from "../../../support/code-of.js";

describe("readCookie", () => {
  it.each([
    ["t=abc", "abc"],
    ["a=b; t=abc; c=d", "abc"],
    ["a=b;t=abc;c=d", "abc"],
    [" \tt \t= \tabc \t", "abc"],
    ["t=a=b==", "a=b=="],
    ["t=%61", "%61"],
    ['t="abc"', '"abc"'],
    ["a=t=abc; t=x", "x"],
    ["T=abc", null],
    ["tt=abc", null],
    ["t", null],
    ["t=a; t", "a"],
    ["t=", null],
    ["t= ", null],
    ["=t=abc", null],
    ["a=b, t=abc", null],
    ["\u00a0t=abc", null],
    ["t\u2000=abc", null],
    ["$Version=1; a=b", null],
    ["", null],
    [";;;", null],
  ])("%j: %j", (given, want) => {
    expect(readCookie(given, "t", 100)).toBe(want);
  });

  it.each([["t=a; t=b"], ["t=a; t=a"], ["t=; t=a"], ["t=a; \tt\t="]])("%j: two of one name are refused", (given) => {
    expect(codeOf(() => readCookie(given, "t", 100))).toBe("invalid_request");
  });

  it("looks at no field that is much longer than a token and what stands beside it", () => {
    const filled = (length: number) => `t=abc;${"x".repeat(length - 6)}`;
    expect(readCookie(filled(65_636), "t", 100)).toBe("abc");
    expect(codeOf(() => readCookie(filled(65_637), "t", 100))).toBe("invalid_request");
  });
});

describe("isCookieName", () => {
  it.each([
    ["session", true],
    ["__Host-session", true],
    ["__proto__", true],
    ["a!#$%&'*+-.^_`|~9Z", true],
    ["", false],
    ["a b", false],
    ["a=b", false],
    ["a;b", false],
    ["caf\u00e9", false],
    [5, false],
    [undefined, false],
  ])("%j: %s", (given, want) => {
    expect(isCookieName(given)).toBe(want);
  });
});
