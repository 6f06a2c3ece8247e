import { describe, expect, it } from "vitest";
import { isPatternWithin } from "../../../../src/containment/regular/pattern-within.js";

describe("isPatternWithin", () => {
  it.each([
    ["fewer characters", "^[a-z]+$", "^[a-z0-9]+$"],
    ["fewer repetitions", "^(?:[a-z]{2,60}\\.){2,20}$", "^(?:[a-z]{1,63}\\.){1,21}$"],
    ["fewer alternatives", "^(?:a|bc)$", "^(?:bc|d|a)$"],
    ["without what is optional", "^a$", "^a(?:-b)?c*$"],
    ["one where more may come", "^a$", "^a{0,3}$"],
    ["a group around the whole", "^ab$", "(?:^(?:a)b$)"],
  ])("knows that one has %s: %s in %s", (_, narrow, wide) => {
    expect(isPatternWithin(narrow, wide)).toBe(true);
  });

  it.each([
    ["more characters", "^[a-z0-9]+$", "^[a-z]+$"],
    ["more repetitions", "^(?:[a-z]{1,63}\\.){1,21}$", "^(?:[a-z]{1,63}\\.){1,20}$"],
    ["none where one has to be", "^a?$", "^a$"],
    ["an end that the other has not", "a", "^a$"],
    ["an alternative more", "^(?:a|b)$", "^a$"],
    ["what cannot be read", "^a\\b", "^a\\b"],
    ["what takes too many comparisons", `^${"(?:a|b|)".repeat(30)}c$`, `^${"(?:b|a|)".repeat(31)}d$`],
  ])("does not claim it of %s: %s in %s", (_, narrow, wide) => {
    expect(isPatternWithin(narrow, wide)).toBe(false);
  });
});
