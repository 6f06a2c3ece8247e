import { describe, expect, it } from "vitest";
import { hasWildcard, matchesWildcard } from "../../../src/text/wildcard.js";

describe("matchesWildcard", () => {
  it.each([
    { pattern: "*", matching: ["", "a", "claims.config.json"], other: [] },
    { pattern: "a*c", matching: ["ac", "abc", "abcc"], other: ["ab", "bac", "acd"] },
    { pattern: "*.config.json", matching: ["claims.config.json", ".config.json"], other: ["claims-config.json"] },
    { pattern: "p?", matching: ["p1", "pp"], other: ["p", "p12"] },
    { pattern: "a*b*c", matching: ["abbc", "aXbYbc"], other: ["acb", "abcX"] },
    { pattern: "[ab].(c)", matching: ["[ab].(c)"], other: ["a.c", "b.c"] },
    { pattern: "", matching: [""], other: ["a"] },
    { pattern: "name", matching: ["name"], other: ["nam", "names", "Name"] },
  ])("$pattern", ({ pattern, matching, other }) => {
    const names = [...matching, ...other];
    expect(names.filter((name) => matchesWildcard(name, pattern))).toEqual(matching);
  });

  it("does not go through every way of dividing a name", () => {
    expect(matchesWildcard("a".repeat(2000), `${"*a".repeat(40)}b`)).toBe(false);
  });
});

describe("hasWildcard", () => {
  it.each([
    ["packages/*", true],
    ["p?", true],
    ["packages/[a]", false],
  ])("of %s is %s", (text, want) => {
    expect(hasWildcard(text)).toBe(want);
  });
});
