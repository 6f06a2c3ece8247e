import { expect, it } from "vitest";
import { visibleCharacters, visibleJson } from "../../../src/text/visible-characters.js";

it.each([
  ["plain\ttext\nof two lines", "plain\ttext\nof two lines"],
  ["a\u0000\u001b[31m\u007f\u0085", "a\\u{0}\\u{1b}[31m\\u{7f}\\u{85}"],
  ["\u2028\u2029", "\\u{2028}\\u{2029}"],
  ["\u202eabc\u2069", "\\u{202e}abc\\u{2069}"],
  ["ad\u00admin, ad\u200bmin", "ad\\u{ad}min, ad\\u{200b}min"],
  ["role\u3164\u115f\uffa0\u034f", "role\\u{3164}\\u{115f}\\u{ffa0}\\u{34f}"],
  ["tags \u{e0041}\u{e007f}", "tags \\u{e0041}\\u{e007f}"],
  ["\ud800 \ufeff\ufffe", "\\u{d800} \\u{feff}\\u{fffe}"],
  ["warning \u26a0\ufe0f", "warning \u26a0\ufe0f"],
  ["role\ufe0f \u{e0100}", "role\\u{fe0f} \\u{e0100}"],
  ["Grüße, שלום, 你好, ١٢٣", "Grüße, שלום, 你好, ١٢٣"],
])("shows what cannot be seen in %j by its code, and nothing else", (text, want) => {
  expect(visibleCharacters(text)).toBe(want);
});

it("writes a JSON text so that it stands for the same value", () => {
  const value = { "a\u200b": ["\u202e\u{e0041}", "\ud800", "é 😀"] };
  const shown = visibleJson(JSON.stringify(value, null, 2));
  expect(shown).not.toMatch(/[\p{Cf}\p{Cs}]/u);
  expect(shown).toContain("\\udb40\\udc41");
  expect(JSON.parse(shown)).toEqual(value);
});
