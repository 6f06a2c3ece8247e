import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { highlight } from "../../../src/docs/highlight.js";
import { embeddable } from "../../../src/docs/html/page.js";
import { html } from "../../../src/docs/markup.js";

describe("html", () => {
  it.each([
    ["<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"],
    ["a\u202eb\u0000", "a\\u{202e}b\\u{0}"],
    ["\ud800", "\\u{d800}"],
    [["<", ["\u2028"]], "&lt;\\u{2028}"],
    [null, ""],
    [7, "7"],
  ])("puts %j in as text", (value, want) => {
    expect(String(html`<p>${value}</p>`)).toBe(`<p>${want}</p>`);
  });

  it("puts markup into markup", () => {
    expect(String(html`<p>${[html`<b>${"<"}</b>`, "x"]}</p>`)).toBe("<p><b>&lt;</b>x</p>");
  });
});

it.each(["json", "typescript"] as const)("highlights %s without making markup of it", (language) => {
  const text = '{ "a": "</script><img src=x onerror=alert(1)>\u202e", "b": 1 }';
  const markup = String(highlight(text, language));
  expect(markup).toContain('<span class="hljs-number">1</span>');
  expect(markup.replace(/<\/?span[^<>]*>/g, "")).not.toMatch(/[<>\u202e]/);
  // A long text has no colours, and is as safe.
  expect(String(highlight(`"${"<&".repeat(20_000)}"`, language))).not.toContain("<&");
});

it("lets nothing in a script end the script, and says the same", () => {
  const script = 'const a = ["</script>", "<!--", "\u2028", /<\\/b>/u.source, "\ud800"]; a;';
  const embedded = embeddable(script);
  expect(embedded).not.toMatch(/<\/|<!--|[\u2028\ud800]/);
  expect(runInNewContext(embedded)).toEqual(["</script>", "<!--", "\u2028", "<\\/b>", "\ud800"]);
});
