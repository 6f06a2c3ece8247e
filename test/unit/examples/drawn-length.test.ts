import { describe, expect, it } from "vitest";
import { drawnLength } from "../../../src/examples/drawn-length.js";

describe("drawnLength", () => {
  it.each<[pattern: string, length: number]>([
    ["^abc$", 5],
    ["[a-z]{3}", 3],
    ["[^\\]]{2}", 2],
    ["\\(\\)", 2],
    ["a{2,}", 7],
    ["a{1,64}", 6],
    ["a{0,2}", 2],
    ["a*b+c?", 13],
    ["(?:ab{3}){4}", 24],
    ["(([a-z]{10}){10}){10}", 1000],
    ["(a+)+", 36],
    ["{,3}", 4],
    ["(a", 1],
    ["[a", 1],
    ["\\", 1],
  ])("counts what a text drawn for %s may have", (pattern, length) => {
    expect(drawnLength(pattern)).toBe(length);
  });

  it("grows with each group that repeats a group", () => {
    expect(drawnLength(`${"(".repeat(60)}a${"+)".repeat(60)}`)).toBeGreaterThan(1e30);
  });
});
