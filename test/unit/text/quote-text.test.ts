import { expect, test } from "vitest";

import { quoteText } from "../../../src/text/quote-text.js";

test.each([
  ["plain é 日", 60, '"plain é 日"'],
  ['a"b\\', 60, '"a\\"b\\\\"'],
  ["\u001b[31m\n", 60, '"\\u001b[31m\\n"'],
  ["\u009b\u202e\u2028\ufeff\u007f", 60, '"\\u009b\\u202e\\u2028\\ufeff\\u007f"'],
  ["\u{e0041}", 60, '"\\udb40\\udc41"'],
  ["\ud800", 60, '"\\ud800"'],
  ["abcdef", 3, '"abc…"'],
])("quotes %j", (text, limit, want) => {
  expect(quoteText(text, limit)).toBe(want);
});
