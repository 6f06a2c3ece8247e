import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { compareCodeUnits, isInside, showPath } from "../../../../src/io/files/paths.js";

describe("isInside", () => {
  it.each([
    ["/a", "/a", true],
    ["/a", "/a/b", true],
    ["/a", "/a/..b", true],
    ["/a", "/ab", false],
    ["/a", "/", false],
    ["/a/b", "/a/c", false],
    ["/", "/a", true],
  ])("of %s, %s: %s", (folder, file, want) => {
    expect(isInside(folder, file)).toBe(want);
  });
});

describe("showPath", () => {
  it.each([
    ["a/b", "a/b"],
    ["", "."],
    ["../x", "../x"],
  ])("shows %j of the working directory as %j", (relative, want) => {
    expect(showPath(path.resolve(process.cwd(), relative))).toBe(want);
  });
});

describe("compareCodeUnits", () => {
  it("sorts as no locale does", () => {
    expect(["b", "a", "B", "é", "a", "10", "9"].sort(compareCodeUnits)).toEqual(["10", "9", "B", "a", "a", "b", "é"]);
  });
});
