import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithinEdits } from "../../../src/runtime/claims/edits.js";
import { equal } from "../../../src/runtime/claims/equal.js";
import { ucs2length } from "../../../src/runtime/claims/ucs2length.js";
import { appendPointer, splitPointer } from "../../../src/runtime/errors/pointer.js";
import { quoteName } from "../../../src/runtime/errors/quote-name.js";
import { decodeBase64url, isBase64url } from "../../../src/runtime/text/base64url.js";
import { parseDuration } from "../../../src/runtime/text/duration.js";
import { parseJsonObject } from "../../../src/runtime/text/json-members.js";
import { isSameMediaType } from "../../../src/runtime/text/media-type.js";

describe("decodeBase64url", () => {
  it("gives the bytes back that were encoded", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64url(Buffer.from(bytes).toString("base64url"))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it("accepts exactly the texts that encoding their bytes gives back", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 7, unit: fc.constantFrom(..."AQgw-_+/= \nÿz09") }), (text) => {
        const isCanonical = Buffer.from(text, "base64url").toString("base64url") === text;
        expect({ text, is: isBase64url(text) }).toEqual({ text, is: isCanonical });
        expect(decodeBase64url(text) === null).toBe(!isCanonical);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parseDuration", () => {
  it.each([
    ["15m", 900],
    ["30s", 30],
    ["1h", 3600],
    ["90d", 7_776_000],
    ["1.5m", 90],
    ["0s", 0],
    ["0.5s", null],
    ["-1s", null],
    ["1e3s", null],
    ["15", null],
    ["15 m", null],
    ["15M", null],
    ["15m\n", null],
    ["", null],
    ["m", null],
    ["999999999999d", null],
    [15, null],
    [null, null],
    [["15m"], null],
  ])("reads %j as %j", (text, want) => {
    expect(parseDuration(text)).toBe(want);
  });
});

describe("parseJsonObject", () => {
  it.each([
    "[]",
    "null",
    "1",
    "",
    "{",
    '{"a":1,"a":1}',
    '{"a":{"b":1,"\\u0062":1}}',
    '{"a":[{"b":1,"b":1}]}',
    "{'a':1}",
    '{"a":1}x',
    '\uFEFF{"a":1}',
    '{"a":":","a" : ": :"}',
    '{"a":"\\":","a":1}',
  ])("refuses %s", (text) => {
    expect(parseJsonObject(text)).toBeNull();
  });

  it("takes colons in strings, and white space around those of members, for what they are", () => {
    const parts = fc.constantFrom('"', "\\", ":", " ", "\n", ",", "{", "}", "a");
    const name = fc.string({ unit: parts, maxLength: 3 });
    const space = fc.constantFrom("", "", " ", "\n", "\t ", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, space, space, name), { maxLength: 5 }), (members) => {
        const written = members.map(([key, before, after, value]) => {
          return `${before}${JSON.stringify(key)}${before}:${after}{"a":[${JSON.stringify(value)}]}${after}`;
        });
        const isDistinct = new Set(members.map(([key]) => key)).size === members.length;
        const text = `{${written.join(",")}}`;
        expect(parseJsonObject(text)).toEqual(isDistinct ? JSON.parse(text) : null);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps what any JSON object holds", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const text = JSON.stringify(value);
        expect(parseJsonObject(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("takes 128 levels and no more", () => {
    const nested = (levels: number) => `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    expect(parseJsonObject(nested(128))).not.toBeNull();
    for (const levels of [129, 100_000]) expect(parseJsonObject(nested(levels))).toBeNull();
  });
});

describe("isSameMediaType", () => {
  it.each([
    ["JWT", "jwt", true],
    ["at+jwt", "application/AT+jwt", true],
    ["JWT", "text/jwt", false],
    ["jwK", "jw\u212A", false],
    ["JWT", "JWT ", false],
    ["a/b", "application/a/b", false],
  ])("%s and %s: %s", (one, other, want) => {
    expect(isSameMediaType(one, other)).toBe(want);
  });
});

describe("quoteName", () => {
  it.each([
    ["role", '"role"'],
    ['a"b\\', '"a\\"b\\\\"'],
    ["a\nb\0", '"a\\u{a}b\\u{0}"'],
    ["\u202Erole\u2028", '"\\u{202e}role\\u{2028}"'],
    ["\ud800", '"\\u{d800}"'],
    ["x".repeat(65), `"${"x".repeat(64)}…"`],
    [`${"x".repeat(63)}😀`, `"${"x".repeat(63)}…"`],
  ])("writes %j as %s", (name, want) => {
    expect(quoteName(name)).toBe(want);
  });
});

describe("pointers", () => {
  it("split into the segments that they were made of", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom("~", "/", "0", "1", "a") })), (segments) => {
        expect(splitPointer(segments.reduce((pointer, segment) => appendPointer(pointer, segment), ""))).toEqual(
          segments,
        );
      }),
    );
  });
});

describe("equal", () => {
  it("compares JSON values by what they hold", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => equal(value, structuredClone(value))));
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => equal(one, other) === equal(other, one)));
  });

  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ constructor: 1 }, { constructor: 1 }, true],
    [{ constructor: 1 }, {}, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ valueOf: 1 }, { valueOf: 2 }, false],
    [[], {}, false],
    [[1], [1, 2], false],
    [1, "1", false],
    [0, -0, true],
    [null, {}, false],
  ])("%j and %j: %s", (one, other, want) => {
    expect(equal(one, other)).toBe(want);
  });
});

describe("ucs2length", () => {
  it("counts code points", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => ucs2length(text) === [...text].length));
    expect(ucs2length("\ud83d\ude00\ud83d")).toBe(2);
    expect(ucs2length("\ude00\ud83d")).toBe(2);
  });
});

describe("isWithinEdits", () => {
  it.each([
    ["role", "role", 0],
    ["rol", "role", 1],
    ["roel", "role", 1],
    ["rule", "role", 1],
    ["audience", "audiense", 1],
    ["ab", "ba", 1],
    ["", "ab", 2],
    ["abc", "cab", 2],
    ["abcd", "badc", 2],
    ["abc", "xyz", 3],
  ])("finds %j and %j within %d edits, and not within fewer", (one, other, edits) => {
    expect([0, 1, 2, 3].map((most) => isWithinEdits(one, other, most))).toEqual(
      [0, 1, 2, 3].map((most) => most >= edits),
    );
    expect(isWithinEdits(other, one, edits)).toBe(true);
  });

  it("says what the table of distances says", () => {
    const text = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 2 }), (one, other, edits) => {
        expect(isWithinEdits(one, other, edits)).toBe(distance(one, other) <= edits);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Damerau's and Levenshtein's distance, each place edited once, as a table has it. */
function distance(one: string, other: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= one.length; row++) {
    const current: number[] = [];
    rows.push(current);
    for (let column = 0; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      ];
      current.push(row + column === 0 ? 0 : Math.min(...ways));
    }
  }
  return at(one.length, other.length);
}
