import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../src/schema/json-schema.js";
import { layoutJson } from "../../../src/text/layout-json.js";

const cases: readonly (readonly [given: JsonValue, want: string])[] = [
  [{}, "{}\n"],
  [[], "[]\n"],
  [{ a: 1 }, '{ "a": 1 }\n'],
  [{ enum: ["a", "b"] }, '{ "enum": ["a", "b"] }\n'],
  [{ a: { b: { c: [] } } }, '{\n  "a": {\n    "b": { "c": [] }\n  }\n}\n'],
  [[{ a: 1 }, { b: null }], '[\n  { "a": 1 },\n  { "b": null }\n]\n'],
  ["\u202e\u2028\u007f\ud800é", '"\\u202e\\u2028\\u007f\\ud800é"\n'],
];

describe("layoutJson", () => {
  it.each(cases)("writes %j", (given, want) => {
    expect(layoutJson(given)).toBe(want);
  });

  it("breaks what does not fit into 100 columns", () => {
    const fits = { a: "x".repeat(89) };
    expect(layoutJson(fits)).toBe(`{ "a": "${"x".repeat(89)}" }\n`);
    expect(layoutJson({ a: "x".repeat(90) })).toBe(`{\n  "a": "${"x".repeat(90)}"\n}\n`);
    // The indentation and the name before it count, too, and so does the comma that may follow.
    expect(layoutJson({ name: fits })).toBe(`{\n  "name": {\n    "a": "${"x".repeat(89)}"\n  }\n}\n`);
  });

  it("keeps every value, names such as __proto__ included", () => {
    const value = JSON.parse('{"__proto__":{"constructor":[1,[2,{"":null}]]},"1":true,"a\\ud800":"\\u0000"}');
    expect(JSON.parse(layoutJson(value))).toEqual(value);
    expect(layoutJson(value)).toContain('"__proto__"');
  });
});
