import { describe, expect, it } from "vitest";
import { markdownCode, markdownText } from "../../../src/report/markdown-words.js";

describe("markdownText", () => {
  it.each([
    ["plain words.", "plain words."],
    ["*a* _b_ `c` ~~d~~ $e$ \\", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$ \\\\"],
    ["[l](x) | <img src=x>", "\\[l\\](x) \\| &lt;img src=x&gt;"],
    ["@someone and #1", "@<!-- -->someone and #<!-- -->1"],
    ["https://h.example", "https:<!-- -->//h.example"],
    ["www.h.example WWW.h.example", "www<!-- -->.h.example WWW<!-- -->.h.example"],
    ["a\n- b\u202e", "a - b\\\\u{202e}"],
  ])("of %j is %s", (given, want) => {
    expect(markdownText(given)).toBe(want);
  });
});

describe("markdownCode", () => {
  it.each([
    ["a", "`a`"],
    ["a``b\nc", "``` a``b c ```"],
  ])("of %j is %s", (given, want) => {
    expect(markdownCode(given)).toBe(want);
  });
});
