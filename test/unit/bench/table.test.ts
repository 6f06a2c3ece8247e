import { describe, expect, it } from "vitest";
import { goal, goalTable } from "../../../bench/goals.js";
import { figure, markdownTable, ratio } from "../../../bench/table.js";

it.each([
  [0, "", "0.00"],
  [0.254, "", "0.25"],
  [12.34, "µs", "12.3 µs"],
  [99.94, "", "99.9"],
  [427.4, "MB", "427 MB"],
  [1234567, "", "1 234 567"],
])("the figure %d (%s) is written %s", (value, unit, want) => {
  expect(figure(value, unit)).toBe(want);
});

it("a ratio has two digits behind the point", () => {
  expect(ratio(1.196)).toBe("1.20 ×");
});

describe("markdownTable", () => {
  const rows = [
    ["jose", "44.0"],
    ["node:crypto", "4.0"],
  ];

  it("sets names to the left and figures to the right", () => {
    expect(markdownTable(["", "µs"], rows)).toBe(
      [
        "|             |   µs |", //
        "| ----------- | ---: |",
        "| jose        | 44.0 |",
        "| node:crypto |  4.0 |",
      ].join("\n"),
    );
  });

  it("sets words to the left", () => {
    expect(markdownTable(["", ""], [["Node", "20"]], { numbers: false })).toBe(
      "|      |     |\n| ---- | --- |\n| Node | 20  |",
    );
  });
});

it("a goal is met up to its limit and open beyond it, by the measured value and not by its rounded text", () => {
  const goals = [goal("at the limit", 1.2, 1.2, ratio), goal("beyond it", 1.204, 1.2, ratio)];
  expect(goals.map(({ met }) => met)).toEqual([true, false]);
  expect(goalTable(goals)).toBe(
    [
      "| goal         |  at most | measured |      |",
      "| ------------ | -------: | -------: | ---: |",
      "| at the limit | ≤ 1.20 × |   1.20 × |  met |",
      "| beyond it    | ≤ 1.20 × |   1.20 × | open |",
    ].join("\n"),
  );
});
