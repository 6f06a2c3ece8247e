import { describe, expect, it } from "vitest";
import { sampleWords } from "../../../../src/containment/regular/sample-words.js";

describe("sampleWords", () => {
  it.each([
    [
      "the rarest and the most frequent of each repetition",
      "^a{1,2}-[0-9]{1,3}$",
      0,
      ["a-0", "aa-000", "aa-0", "a-000"],
    ],
    ["the length asked for, where there is no limit", "^[a-z]+$", 4, ["a", "aaaa"]],
    ["the first of some alternatives", "^(?:b|c)$", 0, ["b"]],
    ["nothing that would be too long", "^(?:[a-z]{1000}){1,1000}$", 0, ["a".repeat(1000)]],
    ["nothing of what it cannot read", "^a\\bb$", 0, []],
  ])("gives %s", (_, pattern, length, want) => {
    expect([...sampleWords(pattern, length)]).toEqual(want);
  });
});
