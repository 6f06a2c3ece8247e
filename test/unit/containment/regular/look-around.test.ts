import { describe, expect, it } from "vitest";
import { type PatternParts, takeLookAroundApart } from "../../../../src/containment/regular/look-around.js";

const parts: readonly (readonly [pattern: string, want: PatternParts])[] = [
  ["^(?!test-)[a-z-]+$", { matched: ["^[a-z-]+$"], unmatched: ["^test-"] }],
  ["^(?=.*\\d).{8,}$", { matched: ["^.{8,}$", "^.*\\d"], unmatched: [] }],
  ["^(?!a|b)c", { matched: ["^c"], unmatched: ["^(?:a|b)"] }],
  ["^(?![)|(])c", { matched: ["^c"], unmatched: ["^[)|(]"] }],
  ["^[a-z.]+(?<!\\.)$", { matched: ["^[a-z.]+$"], unmatched: ["\\.$"] }],
  ["^a+(?<=aa)$", { matched: ["^a+$", "aa$"], unmatched: [] }],
  ["(?<=a|b)c", { matched: ["(?:a|b)c"], unmatched: [] }],
  ["c(?=a|b)", { matched: ["c(?:a|b)"], unmatched: [] }],
];

describe("takeLookAroundApart", () => {
  it.each(parts)("takes %s apart", (pattern, want) => {
    expect(takeLookAroundApart(pattern)).toEqual(want);
  });

  it.each([
    ["no look-around", "^(?:a|b)$"],
    ["what only looks like one", "^[(?=]$"],
    ["one in a group", "^(?:(?!a).)*$"],
    ["one in the middle", "^a(?!b).$"],
    ["a refusal that may begin anywhere", "(?!a)b"],
    ["a choice, of which one branch has it", "^(?!a)b|c"],
    ["a group that is counted", "^(?=(a))(b)\\1$"],
    ["an escaped end", "a(?<=b)\\$"],
  ])("leaves alone %s: %s", (_, pattern) => {
    expect(takeLookAroundApart(pattern)).toBeNull();
  });
});
