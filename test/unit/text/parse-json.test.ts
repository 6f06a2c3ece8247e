import { describe, expect, test } from "vitest";

import { ConfigError, SchemaError } from "../../../src/errors.js";
import { parseText } from "../../../src/text/parse-json.js";
import { thrownBy } from "../../support/thrown-by.js";

const json = (text: string | Uint8Array) => parseText({ file: "a.json", text }, "schema");

describe("parseText on JSON", () => {
  test.each(['{"a":[1,-2.5e3,"x\\u00e9\\n",true,false,null]}', "0", '"\u2028"', '"\\ud800"', " [ ] ", '{"":{}}'])(
    "gives the value of %s",
    (text) => {
      expect(json(text).value).toEqual(JSON.parse(text));
    },
  );

  test("keeps names of Object.prototype as own members", () => {
    const { value } = json('{"__proto__":{"polluted":1},"constructor":2,"toString":3}');
    expect(Object.entries(value as object)).toEqual([
      ["__proto__", { polluted: 1 }],
      ["constructor", 2],
      ["toString", 3],
    ]);
    expect(value).not.toHaveProperty("polluted");
  });

  test.each([
    ["", 1, 1, "The file is empty.", "a JSON Schema"],
    [" \n ", 1, 1, "The file is empty.", "a JSON Schema"],
    ['{"a":1,}', 1, 7, "A comma stands after the last entry.", '"}"'],
    ["[1,\n]", 1, 3, "A comma stands after the last entry.", '"]"'],
    ["[1 2]", 1, 4, 'Unexpected "2".', '"," or "]"'],
    ['{"a" 1}', 1, 6, 'Unexpected "1".', '":"'],
    ['{"a":\n  b}', 2, 3, 'Unexpected "b".', "a JSON value"],
    ["{a:1}", 1, 2, 'Unexpected "a".', 'a name in double quotes or "}"'],
    ['{"a":1,b:2}', 1, 8, 'Unexpected "b".', "a name in double quotes"],
    ["[1,,2]", 1, 4, 'Unexpected ",".', "a JSON value"],
    ["{} {}", 1, 4, 'Unexpected "{".', "the end of the file"],
    ["01", 1, 2, 'Unexpected "1".', "the end of the file"],
    ["+1", 1, 1, 'Unexpected "+1".', "a JSON value"],
    ["NaN", 1, 1, 'Unexpected "NaN".', "a JSON value"],
    ["\u{1f600}", 1, 1, 'Unexpected "\u{1f600}".', "a JSON value"],
    ["1.", 1, 1, "The number is incomplete.", "a digit"],
    ["1e999", 1, 1, "The number is too large.", "a number within ±1.8e308"],
    ['{"a":', 1, 6, "The file ends too early.", "a JSON value"],
    ["[1,2\n", 2, 1, "The file ends too early.", '"," or "]"'],
    ["// x\n1", 1, 1, "JSON has no comments.", "a JSON value or punctuation"],
    ["[/* x */1]", 1, 2, "JSON has no comments.", "a JSON value or punctuation"],
    ['"abc', 1, 1, "The string does not end on its line.", '"\\"" at the end of the string'],
    ['"a\tb"', 1, 1, "The string holds a control character.", "an escape such as \\t or \\u0001"],
    ['"\\x"', 1, 1, "The string holds an unknown escape.", 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX'],
    ['"\\u12g"', 1, 1, "The escape `\\u` is not followed by four hexadecimal digits.", "an escape such as \\u00e9"],
  ])("refuses %j at its first fault", (text, line, column, message, expected) => {
    const error = thrownBy(() => json(text));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ code: "invalid_syntax", at: { file: "a.json", line, column }, message, expected });
  });

  test.each([
    ['{"a":1,\n "a":2}', 2, 2, '"a" stands twice in this object; first on line 1.'],
    ['{"a":{"b":1},\n "c":[{"x":1,"x":1}]}', 2, 14, '"x" stands twice in this object; first on line 2.'],
    ['{"ab":1,"a\\u0062":2}', 1, 9, '"ab" stands twice in this object; first on line 1.'],
    ['{"__proto__":1,"__proto__":2}', 1, 16, '"__proto__" stands twice in this object; first on line 1.'],
  ])("refuses a name that stands twice: %j", (text, line, column, message) => {
    expect(thrownBy(() => json(text))).toMatchObject({
      code: "duplicate_key",
      at: { file: "a.json", line, column },
      message,
    });
  });

  test("lets the same name stand in different objects", () => {
    expect(json('[{"a":{"a":1}},{"a":2}]').value).toEqual([{ a: { a: 1 } }, { a: 2 }]);
  });

  test.each([
    [501, 500],
    [5000, 500],
    [200_000, 500],
  ])("refuses %i levels without overflowing the stack", (depth, offset) => {
    const want = { code: "invalid_syntax", message: "The file is nested too deeply.", expected: "at most 500 levels" };
    for (const text of ["[".repeat(depth), "[".repeat(depth) + "]".repeat(depth)]) {
      const error = thrownBy(() => json(text));
      expect(error).toMatchObject({ ...want, at: { line: 1, column: offset + 1 } });
    }
  });

  test("reads 500 levels", () => {
    expect(JSON.stringify(json("[".repeat(500) + "]".repeat(500)).value)).toHaveLength(1000);
  });

  test("reads 50 000 members, and finds the place of the last", () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `"k${index}": {"type": "string"}`);
    const parsed = json(`{\n${lines.join(",\n")}\n}`);
    expect(parsed.locate("/k49999/type")).toEqual({
      file: "a.json",
      line: 50_001,
      column: 20,
      pointer: "/k49999/type",
    });
  });

  test("throws the error of the kind of file", () => {
    const error = thrownBy(() => parseText({ file: "claims.config.json", text: "" }, "config"));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ code: "invalid_syntax", expected: "a JSON object" });
  });
});

describe("locate", () => {
  const parsed = json('{\n  "a": {"b/c": [1,\n 2]},\n "__proto__": 3}');
  test.each([
    ["", false, 1, 1, ""],
    ["/a", false, 2, 8, "/a"],
    ["/a", true, 2, 3, "/a"],
    ["/a/b~1c", true, 2, 9, "/a/b~1c"],
    ["/a/b~1c/1", false, 3, 2, "/a/b~1c/1"],
    ["/a/b~1c/1", true, 3, 2, "/a/b~1c/1"],
    ["/a/b~1c/7/8", false, 2, 16, "/a/b~1c"],
    ["/__proto__", false, 4, 15, "/__proto__"],
    ["/constructor", false, 1, 1, ""],
    ["nonsense", false, 1, 1, ""],
  ])("of %j (name: %s) is line %i, column %i", (pointer, key, line, column, known) => {
    expect(parsed.locate(pointer, { key })).toEqual({ file: "a.json", line, column, pointer: known });
  });
});

describe("encodings", () => {
  test("skips a UTF-8 byte order mark, which counts as no column", () => {
    expect(json(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])).value).toEqual({});
    expect(json("\ufeff{}").locate("")).toMatchObject({ line: 1, column: 1 });
  });

  test.each([
    ["UTF-16LE with a byte order mark", Buffer.from("\ufeff{}", "utf16le"), 1, 1, "The file is encoded as UTF-16."],
    [
      "UTF-16BE with a byte order mark",
      Buffer.from("\ufeff{}", "utf16le").swap16(),
      1,
      1,
      "The file is encoded as UTF-16.",
    ],
    ["UTF-16LE without one", Buffer.from('{"a":1}', "utf16le"), 1, 1, "The file is encoded as UTF-16."],
    ["UTF-16BE without one", Buffer.from('{"a":1}', "utf16le").swap16(), 1, 1, "The file is encoded as UTF-16."],
    ["UTF-32LE", Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 1, 1, "The file is encoded as UTF-32."],
    ["Latin-1", Buffer.from('{\n "caf\u00e9": 1}', "latin1"), 2, 6, "The file holds bytes that are not UTF-8."],
    ["a truncated character", Buffer.from([0x7b, 0x0a, 0x20, 0xc3]), 2, 2, "The file holds bytes that are not UTF-8."],
    [
      "an encoded surrogate",
      Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
      1,
      2,
      "The file holds bytes that are not UTF-8.",
    ],
    ["NUL", Buffer.from("{}\n\0"), 2, 1, "The file holds a NUL character, so it is not a text file."],
  ])("refuses %s", (_name, text, line, column, message) => {
    const error = thrownBy(() => json(text));
    expect(error).toMatchObject({
      code: "invalid_encoding",
      message,
      at: { file: "a.json", line, column },
      expected: "UTF-8 text",
      hint: "Save the file as UTF-8.",
    });
  });
});
