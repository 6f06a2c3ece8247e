import { describe, expect, it } from "vitest";
import { escapeHidden, toJavaScript } from "../../../../src/schema/write/javascript-literal.js";

const evaluate = (code: string): unknown => new Function(`return (${code});`)();

describe("toJavaScript", () => {
  it.each([
    ["__proto__ as an own member", JSON.parse('{"__proto__":{"a":1},"constructor":"x"}')],
    ["line separators and tags", { "\u2028": "</script><!--\u2029" }],
    ["lone surrogates", ["\ud800", "\udc00"]],
    ["negative zero", [-0, 0]],
  ])("gives %s back", (_what, value) => {
    const code = toJavaScript(value);
    expect(evaluate(code)).toStrictEqual(value);
    expect(code).not.toMatch(/[\u2028\u2029<]/);
  });
});

describe("escapeHidden", () => {
  it.each([
    ["\u202eabc\u2066", '"\\u202eabc\\u2066"'],
    ["\\\u202e", '"\\\\\\u202e"'],
    ["\u0000\u007f\u0085\u009f", '"\\u0000\\u007f\\u0085\\u009f"'],
    ["\u061c\u200e\u200f\ufeff", '"\\u061c\\u200e\\u200f\\ufeff"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["é 😀", '"é 😀"'],
  ])("writes the string %j so that it is seen, and stays what it is", (text, want) => {
    const code = escapeHidden(JSON.stringify(text));
    expect(code).toBe(want);
    expect(evaluate(code)).toBe(text);
  });

  it("leaves the lines of code as they are", () => {
    expect(escapeHidden("let a = 1;\nlet b = 2;\n")).toBe("let a = 1;\nlet b = 2;\n");
  });
});
