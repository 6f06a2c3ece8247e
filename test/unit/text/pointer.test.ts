import { describe, expect, test } from "vitest";

import type { JsonValue } from "../../../src/schema/json-schema.js";
import { getAt, parsePointer, pointerOf, tryParsePointer } from "../../../src/text/pointer.js";

describe("pointers", () => {
  test.each([
    [[], ""],
    [[""], "/"],
    [["a", 0], "/a/0"],
    [["a/b", "m~n", "~1"], "/a~1b/m~0n/~01"],
    [["__proto__"], "/__proto__"],
  ])("of %j is %j, and back", (segments, want) => {
    expect(pointerOf(...segments)).toBe(want);
    expect(parsePointer(want)).toEqual(segments.map(String));
  });

  test.each(["a", "#/a", "/~", "/~2", "/a~"])("%j is none", (text) => {
    expect(tryParsePointer(text)).toBeNull();
    expect(() => parsePointer(text)).toThrow(RangeError);
    expect(getAt({}, text)).toBeUndefined();
  });
});

describe("getAt", () => {
  const value = JSON.parse('{"a":[1,{"b/c":2}],"__proto__":{"x":3},"n":null,"":4}') as JsonValue;
  test.each([
    ["/a/0", 1],
    ["/a/1/b~1c", 2],
    ["/__proto__/x", 3],
    ["/n", null],
    ["/", 4],
    ["/a/00", undefined],
    ["/a/-", undefined],
    ["/a/2", undefined],
    ["/a/length", undefined],
    ["/constructor", undefined],
    ["/n/x", undefined],
    ["/a/0/toString", undefined],
  ])("finds %s", (pointer, want) => {
    expect(getAt(value, pointer)).toBe(want);
  });

  test("gives the whole value for the empty pointer", () => {
    expect(getAt(value, "")).toBe(value);
  });
});
