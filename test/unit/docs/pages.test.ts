import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { printPage } from "../../../src/docs/html/page.js";
import { html } from "../../../src/docs/markup.js";
import { REPOSITORY } from "../../support/project.js";

function digest(text: string | undefined): string {
  return `'sha256-${createHash("sha256")
    .update(text ?? "")
    .digest("base64")}'`;
}

describe("a page", () => {
  const page = printPage({
    title: "</title><script>",
    packageName: "@acme/claims",
    root: "../",
    links: [{ text: "<b>", href: "tokens/a.html", isCurrent: true }],
    style: "p { color: red }",
    script: 'const a = "</script>";',
    main: html`<p>main</p>`,
  });

  it("may run its own style and script, by the digests of what stands in it, and nothing else", () => {
    const [, style] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, script] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    expect(script).toBe('const a = "\\x3c/script>";');
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.replaceAll("&#39;", "'")).toBe(
      [
        "default-src 'none'",
        `script-src ${digest(script)}`,
        `style-src ${digest(style)}`,
        "img-src data:",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join("; "),
    );
  });

  it("has its policy before anything that it is about", () => {
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.search(/<title|<style|<link|<script/));
  });

  it("shows titles and links as text", () => {
    expect(page).toContain("<title>&lt;/title&gt;&lt;script&gt; · @acme/claims</title>");
    expect(page).toContain('<a href="../tokens/a.html" aria-current="page">&lt;b&gt;</a>');
  });
});

it("is given no markup by its scripts: what they show is text", () => {
  const folder = path.join(REPOSITORY, "src/browser");
  const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  expect(sources.length).toBeGreaterThan(5);
  const sinks =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|Function\(/;
  expect(sources.filter((file) => sinks.test(readFileSync(path.join(folder, file), "utf8")))).toEqual([]);
});
