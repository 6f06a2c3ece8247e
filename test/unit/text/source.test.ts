import { describe, expect, test } from "vitest";

import { codeFrame, createSource } from "../../../src/text/source.js";

describe("positionAt", () => {
  const source = createSource("x", "ab\ncd\r\n\u{1f600}f\rg\u2028h");
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [7, 3, 1],
    [9, 3, 3],
    [11, 4, 1],
    [13, 4, 3],
  ])("of offset %i is line %i, column %i", (offset, line, column) => {
    expect(source.positionAt(offset)).toEqual({ line, column });
  });
});

describe("codeFrame", () => {
  test("shows the lines around a place and a caret under its column", () => {
    const frame = codeFrame({ text: '{\n  "a": 1,\n  "b": x\n}\n' }, { file: "x", line: 3, column: 8 });
    expect(frame).toBe(["  1 | {", '  2 |   "a": 1,', '> 3 |   "b": x', "    |        ^", "  4 | }"].join("\n"));
  });

  test("pads line numbers to the same width", () => {
    const frame = codeFrame({ text: "a\n".repeat(12) }, { file: "x", line: 9, column: 1 });
    expect(frame.split("\n")).toEqual(["   7 | a", "   8 | a", ">  9 | a", "     | ^", "  10 | a"]);
  });

  test("cuts a long line around the caret", () => {
    const frame = codeFrame({ text: `${"x".repeat(5000)}!${"y".repeat(5000)}` }, { file: "x", line: 1, column: 5001 });
    const [line = "", caret = ""] = frame.split("\n");
    expect(line.length).toBeLessThan(140);
    expect(line.charAt(caret.indexOf("^"))).toBe("!");
  });

  test("lets nothing through that steers a terminal or turns the text around", () => {
    const frame = codeFrame({ text: "a\u001b[31m\u202e\u0007\tb" }, { file: "x", line: 1, column: 1 });
    expect(frame).toBe("> 1 | a?[31m?? b\n    | ^");
  });

  test.each([
    [{ file: "x" }, ""],
    [{ file: "x", line: 9, column: 1 }, ""],
    [{ file: "x", line: 1 }, "> 1 | a"],
  ])("of %j is %j", (location, want) => {
    expect(codeFrame({ text: "a" }, location)).toBe(want);
  });
});
