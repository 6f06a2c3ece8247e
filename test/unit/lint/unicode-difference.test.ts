import { describe, expect, it } from "vitest";
import { findUnicodeDifference } from "../../../src/lint/unicode-difference.js";

describe("findUnicodeDifference", () => {
  it.each([
    ["\\p{L}", { kind: "syntax", what: "a property of Unicode" }],
    ["^\\d\\P{L}$", { kind: "syntax", what: "a property of Unicode" }],
    ["[\\u{1f600}]", { kind: "syntax", what: "a code point in braces" }],
    ["^[\u{1f600}-\u{1f64f}]$", { kind: "invalid" }],
    ["^.$", { kind: "characters" }],
    ["^..$", { kind: "characters" }],
    ["^[^a-z]{1,2}$", { kind: "characters" }],
    ["^\\W$", { kind: "characters" }],
    ["^[\u{1f600}]$", { kind: "characters" }],
    ["^\u{1f600}{2}$", { kind: "characters" }],
  ])("finds how %s differs", (pattern, want) => {
    expect(findUnicodeDifference(pattern)).toEqual(want);
  });

  it.each([
    "",
    "a",
    "^[a-z]+$",
    "^.*$",
    "^.+$",
    "\\\\p\\{L\\}",
    "^\\\\u",
    "^\\u0061$",
    "^\\ud83d\\ude00$",
    "^\u{1f600}$",
    "(",
  ])("finds none in %s", (pattern) => {
    expect(findUnicodeDifference(pattern)).toBeNull();
  });
});
