import { describe, expect, it } from "vitest";
import { characterBytes, jsonBytes } from "../../../../src/model/size/json-bytes.js";

describe("jsonBytes", () => {
  it.each([
    [null, 4],
    ["é", 4],
    ["\u{1f600}", 6],
    ["\ud800", 8],
    ["\u2028", 5],
    [-0, 1],
    [1e21, 5],
    [{ a: [1, "b"] }, 13],
  ])("counts the bytes of %j", (value, want) => {
    expect(jsonBytes(value)).toBe(want);
  });
});

describe("characterBytes", () => {
  it("agrees with JSON.stringify on every character", () => {
    const wrong: string[] = [];
    // Of the characters that are alike every seventeenth is enough, with all of those that have rules of their own.
    for (let char = 0; char <= 0x10ffff; char += char < 0x900 || (char > 0xd700 && char < 0xe100) ? 1 : 17) {
      const bytes = jsonBytes(String.fromCodePoint(char)) - 2;
      const found = characterBytes([[char, char]]);
      if (found?.narrowest !== bytes || found.widest !== bytes) wrong.push(char.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it("spans the ranges that it is given", () => {
    expect(characterBytes([[0x61, 0x7a]])).toEqual({ narrowest: 1, widest: 1 });
    expect(characterBytes([[0, 0x10ffff]])).toEqual({ narrowest: 1, widest: 6 });
    expect(characterBytes([])).toBeNull();
  });
});
