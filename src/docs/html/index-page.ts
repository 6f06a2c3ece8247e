import type { Catalogue, IndexEntry, TokenEntry } from "../catalogue.js";
import { durationWords } from "../duration-words.js";
import { html, linked, type Markup } from "../markup.js";
import { formatNumber } from "../policy-rows.js";
import { summaryOf } from "../prose.js";
import { historySection } from "./history-section.js";
import { type PageAssets, printPage } from "./page.js";
import { claimName, MOST_LINKED, pageLinks, searchField, tokenFile } from "./parts.js";

/** The first page: all tokens, and all claims by name. */
export function indexPage(catalogue: Catalogue, { style, pageScript }: PageAssets): string {
  const { packageName, packageVersion, tokens, index, history } = catalogue;
  const main = html`<h1>Claims of <code>${packageName}</code></h1>
<p class="lead">Version ${packageVersion}. ${count(tokens.length, "kind")} of token, ${count(index.length, "claim")}.</p>
${searchField("Search claims and tokens")}
<section aria-labelledby="tokens">
<h2 id="tokens">Tokens</h2>
<table class="stack tokens" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Token</th><th scope="col" role="columnheader">Follows</th><th scope="col" role="columnheader">Lives</th><th scope="col" role="columnheader" class="number">Claims</th><th scope="col" role="columnheader" class="number">Typical bytes</th></tr></thead>
<tbody role="rowgroup">
${tokens.map(tokenRow)}</tbody>
</table>
</section>
<section aria-labelledby="claims">
<h2 id="claims">Claims</h2>
<table class="stack index" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Claim</th><th scope="col" role="columnheader">What it says</th><th scope="col" role="columnheader">In</th></tr></thead>
<tbody role="rowgroup">
${index.map(claimRow)}</tbody>
</table>
</section>
${history === null ? null : historySection(history, null)}`;
  return printPage({
    title: packageName,
    packageName,
    root: "",
    links: pageLinks(catalogue, "index.html"),
    style,
    script: pageScript,
    main,
  });
}

/** The id ends in a dot: that of no heading does, and no claim has an empty name. */
function tokenRow({ key, page, title, description, profile, lifetimeSeconds, claims, size }: TokenEntry): Markup {
  return html`<tr role="row" id="${page}." data-entry data-words="${`${key} ${title} ${description ?? ""}`.toLowerCase()}">
<th scope="row" role="rowheader"><a href="${tokenFile(page)}"><b>${title}</b></a>${
    description === null ? null : html`<br>${summaryOf(description)}`
  }</th>
<td role="cell" data-label="Follows">${linked(profile)}</td>
<td role="cell" class="brief" data-label="Lives">${durationWords(lifetimeSeconds)}</td>
<td role="cell" data-label="Claims" class="number">${claims.length}</td>
<td role="cell" data-label="Typical bytes" class="number">${formatNumber(size.typical)}</td>
</tr>
`;
}

function claimRow({ name, description, type, uses }: IndexEntry): Markup {
  return html`<tr role="row" data-entry data-words="${`${name} ${description ?? ""}`.toLowerCase()}">
<th scope="row" role="rowheader">${claimName(name)}</th>
<td role="cell">${description === null ? null : html`${summaryOf(description)}<br>`}<span class="soft">${type}</span></td>
<td role="cell" data-label="In">${
    uses.length <= MOST_LINKED
      ? useLinks(uses)
      : html`<details><summary>${uses.length} kinds of token</summary>${useLinks(uses)}</details>`
  }</td>
</tr>
`;
}

function useLinks(uses: IndexEntry["uses"]): readonly Markup[] {
  return uses.map(
    ({ page, title, id, required, deprecated }, at) =>
      html`${at === 0 ? null : ", "}<a href="${tokenFile(page)}#${encodeURIComponent(id)}">${title}</a>${
        deprecated
          ? html` <span class="soft">(deprecated)</span>`
          : required
            ? null
            : html` <span class="soft">(optional)</span>`
      }`,
  );
}

function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}
