import { expect, it } from "vitest";
import { block, code, links, text } from "../../../../src/docs/markdown/escape.js";

it.each([
  ["plain words.", "plain words."],
  ["a | b\n`c`", "a \\| b \\`c\\`"],
  ["<img src=x onerror=1>", "&lt;img src=x onerror=1&gt;"],
  ["[a](javascript:1) ![b](c)", "\\[a\\](javascript:1) \\!\\[b\\](c)"],
  ["see https://acme.example or @team #1", "see https:<!-- -->//acme.example or @<!-- -->team #<!-- -->1"],
  ["# no heading", "&#8203;# no heading"],
  ["1. no list", "&#8203;1. no list"],
  ["\u202e", "\\\\u{202e}"],
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
  expect(block("````\n</script>", "json")).toBe("`````json\n````\n</script>\n`````");
});

it("keeps the blanks around links", () => {
  const parts = [
    { text: "JWT, ", url: null },
    { text: "RFC 7519", url: "https://a.example" },
  ];
  expect(links(parts)).toBe("JWT, [RFC 7519](https://a.example)");
});
