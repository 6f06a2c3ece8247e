import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { literal, propertyKey, stringLiteral } from "../../../src/emit/literal.js";

/** What an expression evaluates to. */
function evaluate(expression: string): unknown {
  return new Function(`"use strict"; return (${expression});`)();
}

const HOSTILE = [
  "",
  '"',
  "'",
  "`${process.exit(1)}`",
  "\\",
  '\\"',
  "*/ export const pwned = 1; /*",
  "</script><!--",
  "\n\r\t\b\f\v\0",
  "\u2028\u2029",
  "\u202e\u2066\u200f",
  "\ufeff\u007f\u009f",
  "\ud800",
  "\udfff\ud800",
  "\u{1f600}é",
  "__proto__",
  "constructor",
  "a-b",
  "1",
  "await",
];

describe("stringLiteral", () => {
  it.each(HOSTILE)("evaluates back to %j", (text) => {
    expect(evaluate(stringLiteral(text))).toBe(text);
  });

  it.each(HOSTILE)("shows nothing of %j that ends a line, a script or steers a reader", (text) => {
    expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|<\//u);
  });

  it("is plain where the text is", () => {
    expect(stringLiteral("https://acme.example/claims/role")).toBe('"https://acme.example/claims/role"');
    expect(stringLiteral("é 😀")).toBe('"é 😀"');
  });
});

describe("propertyKey", () => {
  it.each([
    ["sub", "sub"],
    ["$id", "$id"],
    ["class", "class"],
    ["constructor", "constructor"],
    ["email-verified", '"email-verified"'],
    ["1a", '"1a"'],
    ["", '""'],
    ["é", '"é"'],
    ["__proto__", '["__proto__"]'],
  ])("writes %j as %s", (name, want) => {
    expect(propertyKey(name)).toBe(want);
  });

  it.each(HOSTILE)("makes an own property of %j", (name) => {
    const object = evaluate(`{ ${propertyKey(name)}: 1 }`) as object;
    expect(Object.keys(object)).toEqual([name]);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  });
});

describe("literal", () => {
  it.each([
    [null, "null"],
    [true, "true"],
    [-1.5e300, "-1.5e+300"],
    [[], "[]"],
    [{}, "{}"],
    [["a", 1], '["a", 1]'],
    [{ a: { "b-c": [null] } }, '{ a: { "b-c": [null] } }'],
  ])("writes %j as %s", (value, want) => {
    expect(literal(value)).toBe(want);
  });

  it("breaks what is long into lines, indented as it stands", () => {
    const names = Array.from({ length: 12 }, (_, index) => `name-number-${index}`);
    expect(literal({ names, one: 1 }, "  ")).toBe(
      ["{", "    names: [", ...names.map((name) => `      "${name}",`), "    ],", "    one: 1,", "  }"].join("\n"),
    );
  });

  it("keeps `__proto__` a member at every depth", () => {
    const value = JSON.parse('{"__proto__": {"__proto__": {"polluted": true}}, "list": [{"__proto__": null}]}');
    const back = evaluate(literal(value));
    expect(JSON.stringify(back)).toBe(JSON.stringify(value));
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("evaluates back to any JSON value, in the same order of members", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(JSON.stringify(evaluate(literal(value)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });
});
