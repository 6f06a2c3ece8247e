import { describe, expect, it } from "vitest";
import { cutToWidth, displayWidth, oneLine, wrapWords } from "../../../src/report/columns.js";
import { cpuTime } from "../../support/cpu-time.js";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["漢字", 4],
    ["a\u0301", 1],
    ["🎉", 2],
  ])("of %j is %d", (text, want) => {
    expect(displayWidth(text)).toBe(want);
  });
});

describe("cutToWidth", () => {
  it.each([
    ["abc", 3, "abc"],
    ["abcd", 3, "ab…"],
    ["漢字", 4, "漢字"],
    ["漢字x", 4, "漢…"],
    ["ab漢", 3, "ab…"],
    ["", 3, ""],
  ])("cuts %j to %d columns: %j", (text, width, want) => {
    expect(cutToWidth(text, width)).toBe(want);
    expect(displayWidth(want)).toBeLessThanOrEqual(width);
  });

  it("does not keep marks without end", () => {
    expect(cutToWidth(`a${"\u0301".repeat(1000)}`, 5).length).toBeLessThanOrEqual(7);
  });
});

describe("wrapWords", () => {
  it.each<[string, number, readonly string[]]>([
    ["", 5, [""]],
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 8, ["one two", "three"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["a abcdefgh", 4, ["a", "abcd", "efgh"]],
    ["漢字漢字", 4, ["漢字", "漢字"]],
  ])("sets %j in %d columns", (text, width, want) => {
    expect(wrapWords(text, width)).toEqual(want);
  });

  it("takes linear time", () => {
    const start = cpuTime();
    expect(wrapWords("x".repeat(500_000), 40)).toHaveLength(12_500);
    expect(cpuTime() - start).toBeLessThan(3000);
  });
});

describe("oneLine", () => {
  it.each([
    ["a\nb", "a\\nb"],
    ["\u001b[31m", "\\u{1b}[31m"],
    ["\u200b\u202e\ud800", "\\u{200b}\\u{202e}\\u{d800}"],
    ["é漢🎉", "é漢🎉"],
  ])("writes %j as %j", (text, want) => {
    expect(oneLine(text)).toBe(want);
  });
});
