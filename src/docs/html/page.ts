import { createHash } from "node:crypto";
import { html, type Markup, trusted } from "../markup.js";
import { PAGE_MARK } from "../page-mark.js";

/** The text of the pages' one style sheet and of their scripts, as they were built for browsers. */
export interface PageAssets {
  readonly style: string;
  /** Search, links and copying: on every page but the decoder's. */
  readonly pageScript: string;
  /** Reads and judges tokens: on the decoder's page, before what {@link decodeScript} prints. */
  readonly decodeScript: string;
}

/** One page of the catalogue. */
export interface Page {
  /** What it is about; the package's name is put behind it. */
  readonly title: string;
  readonly packageName: string;
  /** From the page to the catalogue's own folder: empty, or `../`. */
  readonly root: "" | "../";
  /** Links to the other pages. */
  readonly links: readonly PageLink[];
  readonly style: string;
  readonly script: string;
  readonly main: Markup;
}

/** A link at the head of a page. */
export interface PageLink {
  readonly text: string;
  /** From the catalogue's own folder. */
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The whole text of a page. It asks nothing of any other place, and may not: its policy forbids it. */
export function printPage(page: Page): string {
  const { title, packageName, root, links, main } = page;
  const style = embeddable(page.style);
  const script = embeddable(page.script);
  const markup = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title === packageName ? title : `${title} · ${packageName}`}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><div class="wrap">
<a class="home" href="${root}index.html">${packageName}</a>
<nav aria-label="Pages"><ul>
${links.map((link) => html`<li><a href="${root}${link.href}"${link.isCurrent ? trusted(' aria-current="page"') : ""}>${link.text}</a></li>\n`)}</ul></nav>
</div></header>
<main id="main" tabindex="-1"><div class="wrap">
${main}
</div></main>
<footer><div class="wrap">${PAGE_MARK} from the schemas that also make the package: what stands here is what its validators check. To change it, edit the schemas and run <code>npx claimsmith docs</code>.</div></footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return String(markup);
}

/** What the page may do: run its own script and style, and nothing else; above all, connect to nothing. */
function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    "img-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    // Where the browser knows them: no text becomes markup or code, whoever should try.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}

/**
 * A script or style as it may stand in its element: nothing in it closes the element or opens a comment, and no character
 * is lost on the way. What is written here is the same in a string and in a regular expression.
 */
export function embeddable(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/<(?=\/|!--)/g, "\\x3c")
    .replace(
      /[\0\r\u2028\u2029\p{Cs}\ufeff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
