import { describe, expect, it } from "vitest";
import { growthExponent, median, paired, pairedRatio } from "../../../bench/measure.js";

describe("paired", () => {
  it("runs each contestant once a round, and keeps what it gave in that round", async () => {
    const counts = { first: 0, second: 100 };
    const rounds: string[] = [];
    const contestant = (name: "first" | "second") => async () => {
      rounds.push(name);
      counts[name] += 1;
      return counts[name];
    };
    const samples = await paired(3, { first: contestant("first"), second: contestant("second") });
    expect(Object.fromEntries(samples)).toEqual({ first: [1, 2, 3], second: [101, 102, 103] });
    for (const round of [0, 2, 4]) expect(rounds.slice(round, round + 2).sort()).toEqual(["first", "second"]);
  });

  it("draws the order anew", async () => {
    const firsts = new Set<string>();
    let isFirst = true;
    const contestant = (name: string) => () => {
      if (isFirst) firsts.add(name);
      isFirst = !isFirst;
      return 0;
    };
    await paired(200, { a: contestant("a"), b: contestant("b") });
    expect([...firsts].sort()).toEqual(["a", "b"]);
  });
});

it.each([
  [[3], 3],
  [[3, 1, 2], 2],
  [[100, 2, 3, 1, 4], 3],
])("the median of %j is %d", (values, want) => {
  expect(median(values)).toBe(want);
});

it("a ratio is taken in each round, so that a slow round does not count", () => {
  const samples = new Map([
    ["ours", [2, 20, 2]],
    ["base", [1, 10, 4]],
  ]);
  expect(pairedRatio(samples, "ours", "base")).toBe(2);
  expect(pairedRatio(samples, "base", "base")).toBe(1);
});

it.each([
  ["in proportion", (size: number) => 7 * size, 1],
  ["with the square", (size: number) => size ** 2, 2],
  ["not at all", () => 5, 0],
])("what grows %s has its exponent, whatever each run costs besides", (_, cost, want) => {
  const sizes = [10, 100, 1000];
  expect(
    growthExponent(
      sizes,
      sizes.map((size) => 500 + cost(size)),
      500,
    ),
  ).toBeCloseTo(want, 9);
});

it("the steepest step makes the exponent, wherever it is", () => {
  expect(growthExponent([1, 10, 100], [1, 10, 1000], 0)).toBeCloseTo(2, 9);
  expect(growthExponent([1, 10, 100], [1, 100, 1000], 0)).toBeCloseTo(2, 9);
});
