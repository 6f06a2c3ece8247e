import { describe, expect, it } from "vitest";
import { applyFixes } from "../../../../src/lint/edit/apply-fixes.js";
import type { Edit } from "../../../../src/lint/fix.js";
import { parseText } from "../../../../src/text/parse-json.js";

function fix(file: string, text: string, ...fixes: readonly (readonly Edit[])[]) {
  return applyFixes(file, text, fixes, (candidate) => parseText({ file, text: candidate }, "schema").value);
}

const rename = (pointer: string, to: string): Edit => ({ kind: "rename", pointer, to });
const set = (pointer: string, value: string | number | boolean): Edit => ({ kind: "set", pointer, value });
const remove = (pointer: string): Edit => ({ kind: "remove", pointer });
const order = (pointer: string, ...names: readonly string[]): Edit => ({ kind: "order", pointer, names });

describe("a fix in JSON", () => {
  it.each<[string, string, readonly Edit[], string]>([
    ["renames a member and leaves its layout", '{ "a" :  [1,\n2] }', [rename("/a", "b")], '{ "b" :  [1,\n2] }'],
    ["escapes what it writes", '{"a":1}', [rename("/a", 'b"\n\u2028')], '{"b\\"\\n\u2028":1}'],
    ["renames __proto__ to what it is told", '{"__proto__":1}', [rename("/__proto__", "proto")], '{"proto":1}'],
    ["renames to __proto__", '{"a":1}', [rename("/a", "__proto__")], '{"__proto__":1}'],
    [
      "sets an entry of a list",
      '{"required": ["Sub", "exp"]}',
      [set("/required/0", "sub")],
      '{"required": ["sub", "exp"]}',
    ],
    ["sets a member that is there", '{"a": {"b": 1}}', [set("/a/b", "x")], '{"a": {"b": "x"}}'],
    ["adds a member on the line", '{"a": { "b": 1 }}', [set("/a/c", true)], '{"a": { "b": 1, "c": true }}'],
    ["adds a member on a line of its own", '{\n\t"a": 1\n}\n', [set("/b", 2)], '{\n\t"a": 1,\n\t"b": 2\n}\n'],
    [
      "adds a member with the line breaks of the file",
      '{\r\n  "a": 1\r\n}',
      [set("/b", 2)],
      '{\r\n  "a": 1,\r\n  "b": 2\r\n}',
    ],
    ["adds a member to an empty object", '{"a": {}}', [set("/a/b", 1)], '{"a": { "b": 1 }}'],
    ["removes the first member", '{"a": 1, "b": 2}', [remove("/a")], '{"b": 2}'],
    ["removes the last member", '{"a": 1, "b": 2}', [remove("/b")], '{"a": 1}'],
    ["removes the only member", '{"x": { "a": 1 }}', [remove("/x/a")], '{"x": {}}'],
    ["removes an entry between others", '{"a": [1, 2, 3]}', [remove("/a/1")], '{"a": [1, 3]}'],
    [
      "orders members, and leaves what stands between their places",
      '{\n  "c": 3,\n\n  "a": 1,\n  "b": {"x": 2}\n}',
      [order("", "a", "b")],
      '{\n  "a": 1,\n\n  "b": {"x": 2},\n  "c": 3\n}',
    ],
    [
      "renames a member and changes what is in it",
      '{"a": {"b": 1}, "l": ["a"]}',
      [rename("/a", "c"), set("/a/b", 2), set("/l/0", "c")],
      '{"c": {"b": 2}, "l": ["c"]}',
    ],
    ["finds names that a pointer has to escape", '{"a/b~c": 1}', [rename("/a~1b~0c", "d")], '{"d": 1}'],
  ])("%s", (_, text, edits, want) => {
    expect(fix("a.json", text, edits)).toEqual({ text: want, done: [0] });
  });

  it.each<[string, string, readonly Edit[]]>([
    ["there is no such member", '{"a": 1}', [rename("/b", "c")]],
    ["the new name is taken", '{"a": 1, "b": 2}', [rename("/a", "b")]],
    ["one of its edits does not fit", '{"a": 1}', [set("/a", 2), rename("/b", "c")]],
    ["an entry of a list is to be named", '{"a": [1]}', [rename("/a/0", "b")]],
    ["an entry is to be added to a list", '{"a": [1]}', [set("/a/1", 2)]],
    ["a list is to be ordered by name", '{"a": [1]}', [order("/a", "b")]],
    ["two of its edits touch the same text", '{"a": 1}', [set("/a", 2), remove("/a")]],
    ["what it points at is inherited by every object", '{"a": {}}', [set("/a/constructor/name", "x")]],
  ])("is not made where %s", (_, text, edits) => {
    expect(fix("a.json", text, edits)).toEqual({ text, done: [] });
  });
});

describe("a fix in YAML", () => {
  it.each<[string, string, readonly Edit[], string]>([
    ["renames a member beside its comment", "Sub: # who\n  x: 1\n", [rename("/Sub", "sub")], "sub: # who\n  x: 1\n"],
    ["keeps the quotes", `"a": 1\n'b': 2\n`, [rename("/a", "c"), rename("/b", "it's")], `"c": 1\n'it''s': 2\n`],
    ["quotes a name that YAML would take for something else", "a: 1\n", [rename("/a", "null")], '"null": 1\n'],
    ["quotes an address", "a: 1\n", [rename("/a", "https://acme.example/a")], '"https://acme.example/a": 1\n'],
    ["sets an entry of a list", "required: [ Sub, exp ]\n", [set("/required/0", "sub")], "required: [ sub, exp ]\n"],
    ["sets an entry of a list with lines", "- a # one\n- b\n", [set("/0", "c")], "- c # one\n- b\n"],
    [
      "adds a member behind the last that ends on its line",
      "x:\n  type: string # text\n  not:\n    a: 1\n# end\n",
      [set("/x/format", "email")],
      "x:\n  type: string # text\n  format: email\n  not:\n    a: 1\n# end\n",
    ],
    [
      "adds a member in a list of mappings",
      "- type: string\n- b: 1\n",
      [set("/0/format", "uri")],
      "- type: string\n  format: uri\n- b: 1\n",
    ],
    [
      "adds a member where the file ends without a line break",
      "type: string",
      [set("/format", "uri")],
      "type: string\nformat: uri",
    ],
    ["adds a member with the line breaks of the file", "a: 1\r\nb: 2\r\n", [set("/c", 3)], "a: 1\r\nb: 2\r\nc: 3\r\n"],
    [
      "adds a member in braces",
      "x: { type: string }\n",
      [set("/x/format", "email")],
      "x: { type: string, format: email }\n",
    ],
    ["removes a member with its lines", "a: 1 # one\nb:\n  c: 2\nd: 3\n", [remove("/b")], "a: 1 # one\nd: 3\n"],
    ["removes an entry with its line", "l:\n  - a\n  - b # two\n  - c\n", [remove("/l/1")], "l:\n  - a\n  - c\n"],
    ["removes an entry in brackets", "l: [a, b, c]\n", [remove("/l/0")], "l: [b, c]\n"],
    [
      "orders members, and leaves the comments between their places",
      "b: 2\n# between\na:\n  x: 1\n",
      [order("", "a", "b")],
      "a:\n  x: 1\n# between\nb: 2\n",
    ],
  ])("%s", (_, text, edits, want) => {
    expect(fix("a.yaml", text, edits)).toEqual({ text: want, done: [0] });
  });

  it.each<[string, string, readonly Edit[]]>([
    ["it would change what an alias repeats", "a: &x { n: 1 }\nb: *x\n", [set("/a/n", 2)]],
    ["it would change a value that an alias brings", "a: &x { n: 1 }\nb: *x\n", [set("/b/n", 2)]],
    ["the value is a block of text", "a: |\n  text\n", [set("/a", "other")]],
    ["a mapping has no line to stand behind", "a:\n  - 1\n", [set("/b", 2)]],
    ["the new name is taken", "a: 1\nb: 2\n", [rename("/a", "b")]],
    ["it would leave a mapping without a value", "x:\n  a: 1\n", [remove("/x/a")]],
  ])("is not made where %s", (_, text, edits) => {
    expect(fix("a.yaml", text, edits)).toEqual({ text, done: [] });
  });
});

describe("several fixes", () => {
  it("are made together where they do not touch each other, and the others wait", () => {
    const text = '{"a": {"b": 1}, "c": 2}';
    expect(fix("a.json", text, [rename("/a", "x")], [remove("/a")], [set("/a/b", 3)], [rename("/c", "x")])).toEqual({
      text: '{"x": {"b": 3}, "c": 2}',
      done: [0, 2],
    });
  });

  it("wait where both add behind the same member", () => {
    expect(fix("a.json", '{"a": 1}', [set("/b", 2)], [set("/c", 3)])).toEqual({ text: '{"a": 1, "b": 2}', done: [0] });
  });

  it("remove entries of one list by their places in the text", () => {
    expect(fix("a.json", "[0, 1, 2, 3]", [remove("/1")], [remove("/3")])).toEqual({ text: "[0, 2]", done: [0, 1] });
  });
});
