import { describe, expect, it } from "vitest";
import { isDeterministicPattern } from "../../../../src/containment/regular/deterministic-pattern.js";

describe("isDeterministicPattern", () => {
  it.each([
    "^$",
    "^abc$",
    "^[a-z]+$",
    "^[a-z]+:[a-z]+$",
    "^[A-Za-z0-9_-]{1,1000}$",
    "^[a-z]{1,63}(?:\\.[a-z]{1,63}){1,20}$",
    "^(?:a|b)*c$",
    "^(?:ab|cd)+$",
    "^a?b",
    "^[a-z]+(?:-[a-z]+)*$",
    "^(?:a|)b$",
    "^a{0}a*$",
    "^a{3}a{2}$",
  ])("knows that %s leaves one way to go on", (pattern) => {
    expect(isDeterministicPattern(pattern)).toBe(true);
  });

  it.each([
    ["not held at its start", "[a-z]+$"],
    ["a choice, of which only one branch is held at its start", "^a|b"],
    ["what follows begins like what repeats", "^a*a$"],
    ["what follows later begins so, and what is between may be empty", "^a*b?a$"],
    ["repetition of what repeats", "^(?:a+)+$"],
    ["repetition of what may be empty", "^(?:a?)*$"],
    ["alternatives that begin alike", "^(?:ab|ac)$"],
    ["an alternative that may be empty before what begins like the other", "^(?:a|)a$"],
    ["two that may be empty", "^(?:a?|b?)$"],
    ["many choices of nothing", `^${"(?:|)".repeat(40)}$`],
    ["an end that begins like its next round", "^(?:ab*)+b$"],
    ["a last round that goes on like the first", "^(?:a{1,2}b?a)+$"],
    ["look-ahead", "^(?=a)a$"],
  ])("does not claim it of %s: %s", (_, pattern) => {
    expect(isDeterministicPattern(pattern)).toBe(false);
  });
});
