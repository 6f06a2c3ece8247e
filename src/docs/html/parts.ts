import { splitClaimName } from "../../text/split-claim-name.js";
import type { Catalogue, ClaimEntry } from "../catalogue.js";
import { html, type Markup } from "../markup.js";
import { paragraphsOf, summaryOf } from "../prose.js";
import type { PageLink } from "./page.js";

/** As many tokens stand in a row of links, as at the head of each page; of more, the first page has the list. */
export const MOST_LINKED = 7;

/** The links at the head of a page. */
export function pageLinks({ tokens }: Catalogue, current: string): readonly PageLink[] {
  const pages =
    tokens.length > MOST_LINKED ? [] : tokens.map(({ title, page }) => ({ text: title, href: tokenFile(page) }));
  return [...pages, { text: "Decode a token", href: "decode.html" }].map((link) => ({
    ...link,
    isCurrent: link.href === current,
  }));
}

/** Of a longer description the beginning is shown. Characters. */
const LONGEST_PROSE = 1200;

/** The file of a token's page, from the catalogue's own folder. */
export function tokenFile(page: string): string {
  return `tokens/${page}.html`;
}

/** A claim's name; of a URI, the way to its last part stands back. */
export function claimName(name: string): Markup {
  const [space, rest] = splitClaimName(name);
  if (space === "") return html`<span class="name">${name}</span>`;
  return html`<span class="name"><span class="space">${space}</span><wbr>${rest}</span>`;
}

/** A description in its paragraphs; of a long one the beginning, and all of it where it is asked for. Nothing where there is none. */
export function prose(description: string | null): Markup | null {
  if (description === null) return null;
  const paragraphs = html`${paragraphsOf(description).map((one) => html`<p>${one}</p>\n`)}`;
  if (description.length <= LONGEST_PROSE) return paragraphs;
  return html`<p>${summaryOf(description)}</p>
<details class="more"><summary>The whole description</summary>
${paragraphs}</details>
`;
}

/** What is to be seen of a claim at a glance. */
export function badges({ required, deprecated, category, namespaced }: ClaimEntry): Markup {
  return html`${required ? html`<span class="badge strong">required</span>` : null}${
    deprecated ? html` <span class="badge warn">deprecated</span>` : null
  } <span class="badge">${category === "private" && namespaced ? "private, namespaced" : category}</span>`;
}

/** A field that filters the page; the script takes the attribute `hidden` away. */
export function searchField(label: string): Markup {
  return html`<div class="search" role="search" data-search hidden>
<label for="search">${label}</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" aria-describedby="search-count">
<p id="search-count" role="status">Press <kbd>/</kbd> to search</p>
</div>`;
}

/** A button that copies the text of an element; the script takes the attribute `hidden` away. */
export function copyButton(target: string, what: string): Markup {
  return html`<button type="button" data-copy="${target}" hidden>Copy<span class="unseen"> ${what}</span></button>`;
}
