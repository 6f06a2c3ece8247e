import { describe, expect, it } from "vitest";
import { matcherOf } from "../../../../src/containment/regular/match-pattern.js";

const LONG = "a".repeat(40);

describe("matcherOf", () => {
  it.each<[pattern: string, text: string, matches: boolean]>([
    ["b", "abc", true],
    ["^b", "abc", false],
    ["^(a+)+$", `${LONG}!`, false],
    ["^(a+)+$", LONG, true],
    ["^(a|a?)+$", `${LONG}!`, false],
    ["^(?:a?){30}a{30}$", "a".repeat(30), true],
    ["(x+x+)+y", `${"x".repeat(40)}!`, false],
    ["^(?!b)a+$", LONG, true],
    ["^(?=a)[a-z]*-?[a-z]*$", `${LONG}!`, false],
    ["^[(]+a{2,}$", "((aa", true],
    ["^\\(+(?:\\.a)?$", "((.a", true],
    ["^(?:[a-z]{1000}){1000}$|^odd$", "odd", true],
    ["^.$", "\u{1f600}", true],
    ["^$", "", true],
  ])("says of %s and %s that it matches: %s", (pattern, text, matches) => {
    expect(matcherOf(pattern)?.(text)).toBe(matches);
  });

  it.each<[why: string, pattern: string]>([
    ["a repetition repeats, in look-around", "^(?=x?)(a+)+$"],
    ["a choice comes so many times", "^(?=a)(?:a|aa){40}$"],
    ["a choice repeats, beside a word boundary", "\\b(?:a|ab)*$"],
    ["a repetition repeats two groups further out, beside a back reference", "^(b)\\1((?:(?:a+)))+$"],
    ["it is too large for the engine, and for an automaton", "a".repeat(100_000)],
  ])("is null where no time is known: %s", (_, pattern) => {
    expect(matcherOf(pattern)).toBeNull();
  });
});
