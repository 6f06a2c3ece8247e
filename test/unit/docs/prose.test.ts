import { describe, expect, it } from "vitest";
import { paragraphsOf, summaryOf } from "../../../src/docs/prose.js";

describe("summaryOf", () => {
  const sentence = "This says something about a claim. ";
  it.each([
    ["Short.", "Short."],
    ["", ""],
    ["First.\n\nSecond.", "First. …"],
    [`${sentence.repeat(20)}`, `${sentence.repeat(6).trim()} …`],
    [`${"word ".repeat(100)}`, `${"word ".repeat(48).trim()} …`],
    ["x".repeat(300), `${"x".repeat(240)} …`],
    [`${"x".repeat(239)}😀${"x".repeat(99)}`, `${"x".repeat(239)} …`],
  ])("of %j is %j", (text, want) => {
    expect(summaryOf(text)).toBe(want);
  });
});

it("parts a text where lines are blank", () => {
  expect(paragraphsOf("\n one\ntwo\n \t\n\n three ")).toEqual(["one\ntwo", "three"]);
});
