import { describe, expect, it } from "vitest";
import { patternAnchors, patternSize } from "../../../../src/model/size/pattern-size.js";

const NO_END = Number.POSITIVE_INFINITY;

describe("patternSize", () => {
  it.each([
    ["^abc$", [3, 3, 1, 1]],
    ["^[a-z]{2,5}$", [2, 5, 1, 1]],
    ["^(?:a|bcd)e?$", [1, 4, 1, 1]],
    ["^a*$", [0, NO_END, 1, 1]],
    ["^(?:)*$", [0, 0, 6, 0]],
    ['^"\\\\$', [4, 4, 2, 2]],
    ["^\\n$", [2, 2, 2, 2]],
    ["^\\x01$", [6, 6, 6, 6]],
    ["^é\u20ac\u{1f600}$", [9, 9, 2, 4]],
    ["^[\\ud800-\\udbff]$", [6, 6, 6, 6]],
    ["^.$", [1, 6, 1, 6]],
    ["^(?:^a$|^bb$)$", [1, 2, 1, 1]],
    ["abc", [3, NO_END, 1, 6]],
    ["^abc|d$", [1, NO_END, 1, 6]],
    ["^(?=a)", [0, NO_END, 1, 6]],
    ["[]", [0, NO_END, 1, 6]],
  ])("knows the texts of %s", (pattern, want) => {
    const { smallest, largest, narrowest, widest } = patternSize(pattern);
    expect([smallest, largest, narrowest, widest]).toEqual(want);
  });

  it("lets both cases match where case is ignored", () => {
    expect(patternSize("^[a-f]{2}$", true)).toEqual({ smallest: 2, largest: 2, narrowest: 1, widest: 1 });
  });
});

describe("patternAnchors", () => {
  it.each([
    ["^a$", { start: true, end: true }],
    ["^a", { start: true, end: false }],
    ["a$", { start: false, end: true }],
    ["a", { start: false, end: false }],
    ["^a|b$", { start: false, end: false }],
    ["^a$|^b$", { start: true, end: true }],
    ["(?:^a)?b$", { start: false, end: true }],
    ["^(?=a)$", null],
    ["[]", null],
  ])("knows where %s is held", (pattern, want) => {
    expect(patternAnchors(pattern)).toEqual(want);
  });
});
