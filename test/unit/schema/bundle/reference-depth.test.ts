import { describe, expect, it } from "vitest";
import { isDeeperThan } from "../../../../src/schema/bundle/reference-depth.js";

const uses = (edges: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string | null, ReadonlySet<string>> =>
  new Map(Object.entries(edges).map(([from, to]) => [from === "root" ? null : from, new Set(to)]));

describe("isDeeperThan", () => {
  it.each([
    ["nothing", uses({}), 0],
    ["one definition", uses({ root: ["a"] }), 1],
    ["a chain", uses({ root: ["a"], a: ["b"], b: ["c"] }), 3],
    ["a circle", uses({ root: ["a"], a: ["b"], b: ["a"] }), 2],
    ["the longer of two ways, taken first", uses({ root: ["a", "c"], a: ["b"], b: ["c"] }), 3],
    ["definitions that the root does not reach", uses({ root: [], a: ["b"], b: ["c"] }), 0],
  ])("measures %s", (_what, edges, depth) => {
    expect(isDeeperThan(depth, edges)).toBe(false);
    if (depth > 0) expect(isDeeperThan(depth - 1, edges)).toBe(true);
  });
});
