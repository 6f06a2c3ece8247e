import { describe, expect, it } from "vitest";
import { stripPaste } from "../../../src/text/token-paste.js";

describe("stripPaste", () => {
  it.each([
    ["a.b.c", "a.b.c"],
    ["  a.b.c\n", "a.b.c"],
    ["Bearer a.b.c", "a.b.c"],
    ["bearer\ta.b.c", "a.b.c"],
    ["DPoP a.b.c", "a.b.c"],
    ["Authorization: Bearer a.b.c", "a.b.c"],
    ['"a.b.c"', "a.b.c"],
    ["'Bearer a.b.c'", "a.b.c"],
    ["`a.b.c`", "a.b.c"],
    ["\u201ca.b.c\u201d", "a.b.c"],
    ['Bearer "a.b.c"', "a.b.c"],
    ["a.b\r\n  .c\n", "a.b.c"],
    ["\ufeffa.b.c", "a.b.c"],
    ['"', '"'],
    ["'a.b.c", "'a.b.c"],
    ["bearer", "bearer"],
    ["", ""],
  ])("makes of %j %j", (given, want) => {
    expect(stripPaste(given)).toBe(want);
  });

  it("takes no longer for a megabyte of blanks and quotes than for any other", () => {
    const started = performance.now();
    stripPaste(`Bearer${" ".repeat(1_000_000)}x${'"'.repeat(1_000_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
