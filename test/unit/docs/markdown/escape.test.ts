import { expect, it } from "vitest";
import { code, jsonBlock, links, paragraphs, text, textBlock } from "../../../../src/docs/markdown/escape.js";

it.each([
  ["plain words.", "plain words."],
  ["a | b\n`c`", "a \\| b \\`c\\`"],
  ["<img src=x onerror=1>", "&lt;img src=x onerror=1&gt;"],
  ["[a](javascript:1) ![b](c)", "\\[a\\](javascript:1) \\!\\[b\\](c)"],
  ["see https://acme.example or @team #1", "see https:<!-- -->//acme.example or @<!-- -->team #<!-- -->1"],
  ["# no heading", "&#8203;# no heading"],
  ["1. no list", "&#8203;1. no list"],
  ["\u202e", "\\\\u&lbrace;202e}"],
  ["{{ site.x }} {% include x %}", "&lbrace;&lbrace; site.x }} &lbrace;% include x %}"],
  ["mail a@b.example, a@-b.example", "mail a@<!-- -->b.example, a@<!-- -->-b.example"],
])("writes %j so that it is shown", (value, want) => {
  expect(text(value)).toBe(want);
});

it.each([
  ["role", "`role`"],
  ["https://acme.example/role", "`https://acme.example/role`"],
  ["a`b|c", "<code>a\\`b\\|c</code>"],
  [" ", "<code></code>"],
])("writes %j as code", (value, want) => {
  expect(code(value)).toBe(want);
});

it("fences a block more strongly than its text", () => {
  expect(jsonBlock('"````\n</script>"')).toBe('`````json\n"````\n</script>"\n`````');
  expect(textBlock("a\u202e")).toBe("```text\na\\u{202e}\n```");
});

it("writes JSON that means the same, and that no generator of sites fills in", () => {
  const json = JSON.stringify({ a: "{{ x }} {% y %}\u200b\u{e0041}", b: {}, c: "{" });
  const [, shown = ""] = /^```json\n(.*)\n```$/s.exec(jsonBlock(json)) ?? [];
  expect(shown).not.toMatch(/\{[{%]|[\u200b\u{e0041}]/u);
  expect(JSON.parse(shown)).toEqual(JSON.parse(json));
});

it("keeps the paragraphs of a description, each on a line of its own", () => {
  expect(paragraphs("One,\nand more.\n \n\n# Two.\n")).toEqual(["One, and more.", "&#8203;# Two."]);
  expect(paragraphs(null)).toEqual([]);
});

it("keeps the blanks around links", () => {
  const parts = [
    { text: "JWT, ", url: null },
    { text: "RFC 7519", url: "https://a.example" },
  ];
  expect(links(parts)).toBe("JWT, [RFC 7519](https://a.example)");
});
