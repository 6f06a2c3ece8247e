import { describe, expect, test } from "vitest";

import { parseText } from "../../../src/text/parse-json.js";
import { thrownBy } from "../../support/thrown-by.js";

const yaml = (text: string, file = "a.yaml") => parseText({ file, text }, "schema");

describe("parseText on YAML", () => {
  test.each([
    ["a: 1\nb: [x, 'y', \"z\"]\n", { a: 1, b: ["x", "y", "z"] }],
    [
      "a: yes\nb: on\nc: 012\nd: 0x1F\ne: ~\nf:\ng: 2020-01-01",
      { a: "yes", b: "on", c: 12, d: 31, e: null, f: null, g: "2020-01-01" },
    ],
    ['"<<": 1', { "<<": 1 }],
    ['"404": x', { "404": "x" }],
    ["a: &x [1]\nb: *x", { a: [1], b: [1] }],
    ["a: &x 1\nb: *x\nc: &x 2\nd: *x", { a: 1, b: 1, c: 2, d: 2 }],
    ["&k a: 1\nb: *k", { a: 1, b: "a" }],
    ["a: !!str 1", { a: "1" }],
    ["%YAML 1.2\n---\na: 1\n...\n", { a: 1 }],
    ["{}", {}],
  ])("gives the value of %j", (text, want) => {
    expect(yaml(text).value).toEqual(want);
  });

  test("is chosen by the extension, in either case and either length", () => {
    expect(yaml("a: 1", "A.YML").value).toEqual({ a: 1 });
    expect(thrownBy(() => yaml("a: 1", "yaml.json"))).toMatchObject({ code: "invalid_syntax" });
  });

  test("keeps `__proto__` as an own member", () => {
    expect(Object.entries(yaml("__proto__: {a: 1}").value as object)).toEqual([["__proto__", { a: 1 }]]);
  });

  test("gives every alias a copy of its own", () => {
    const { value } = yaml("a: &x {q: 1}\nb: *x");
    const { a, b } = value as { a: unknown; b: unknown };
    expect(a).toEqual(b);
    expect(a).not.toBe(b);
  });

  test.each([
    ["", 1, 1, "The file is empty."],
    ["# only this\n", 1, 1, "The file holds no value."],
    ["1: a", 1, 1, "A name in a mapping is not a string."],
    ["a:\n  true: b", 2, 3, "A name in a mapping is not a string."],
    ["? [a]\n: b", 1, 3, "A name in a mapping is not a string."],
    ["a: &k x\n*k : 1", 2, 1, "A name in a mapping is not a string."],
    ["a: {}\n<<: {b: 1}", 2, 1, "Merge keys (`<<`) are not part of YAML 1.2."],
    ["a: .nan", 1, 4, "JSON has no such number."],
    ["a: -.inf", 1, 4, "JSON has no such number."],
    ["a: 1e999", 1, 4, "JSON has no such number."],
    ["a: *x", 1, 4, "The alias *x has no anchor before it."],
    ["a: *x\nb: &x 1", 1, 4, "The alias *x has no anchor before it."],
    ["a: &x [*x]", 1, 8, "The alias *x stands inside its own anchor."],
    ["a: !foo 1", 1, 4, "Unresolved tag: !foo."],
    ["a: !!binary abc", 1, 4, "Unresolved tag: tag:yaml.org,2002:binary."],
    ["a: !!set {x}", 1, 4, "Unresolved tag: tag:yaml.org,2002:set."],
    ["a: 1\n---\nb: 2", 2, 1, "A second document begins here."],
    ["%YAML 1.1\n---\na: yes", 1, 1, "The file declares YAML 1.1."],
    ["a:\n\tb: 1", 2, 1, "Tabs are not allowed as indentation."],
    ["a: b: c", 1, 4, "Nested mappings are not allowed in compact mappings."],
  ])("refuses %j at its first fault", (text, line, column, message) => {
    expect(thrownBy(() => yaml(text))).toMatchObject({
      code: "invalid_syntax",
      message,
      at: { file: "a.yaml", line, column },
    });
  });

  test("refuses a name that stands twice", () => {
    expect(thrownBy(() => yaml("a: 1\nb:\n  c: 1\n  c: 1"))).toMatchObject({
      code: "duplicate_key",
      message: '"c" stands twice in this object; first on line 3.',
      at: { file: "a.yaml", line: 4, column: 3 },
    });
  });

  test.each([
    ["flow", "[".repeat(5000)],
    ["very deep flow", "[".repeat(100_000)],
    ["closed flow", `${"[".repeat(501)}${"]".repeat(501)}`],
    ["sequences", `${"- ".repeat(5000)}x`],
    ["explicit keys", "? ".repeat(5000)],
    ["mappings", Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("refuses too many levels: %s", (_name, text) => {
    expect(thrownBy(() => yaml(text))).toMatchObject({
      code: "invalid_syntax",
      message: "The file is nested too deeply.",
      at: { file: "a.yaml" },
    });
  });

  test("reads several hundred levels", () => {
    expect(JSON.stringify(yaml("[".repeat(490) + "]".repeat(490)).value)).toHaveLength(980);
    expect(thrownBy(() => yaml(`${"[".repeat(501)}${"]".repeat(501)}`))).toMatchObject({
      at: { line: 1, column: 501 },
    });
  });

  test("refuses aliases that multiply without end", () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join()}]`,
    );
    expect(thrownBy(() => yaml(`a0: &a0 [x,x,x]\n${lines.join("\n")}`))).toMatchObject({
      code: "invalid_syntax",
      message: "The aliases of the file copy too much.",
      // The alias of the file's own that is one too many, and not what it leads to.
      at: { line: 6, column: 10 },
    });
  });

  test.each([
    ["/a", false, 2, 3],
    ["/a", true, 1, 1],
    ["/a/b", false, 2, 9],
    ["/c", true, 3, 1],
    ["/c/q", true, 2, 10],
    ["/d/1", false, 4, 8],
  ])("locates %s (name: %s)", (pointer, key, line, column) => {
    const parsed = yaml("a:\n  b: &x {q: 1}\nc: *x\nd: [1, 22]\n");
    expect(parsed.locate(pointer, { key })).toEqual({ file: "a.yaml", line, column, pointer });
  });
});
