import { layoutJson } from "../../text/layout-json.js";
import type { Catalogue, ExampleEntry, PolicyRow, TokenEntry } from "../catalogue.js";
import { highlight } from "../highlight.js";
import { html, linked, type Markup } from "../markup.js";
import { claimRow, claimSection, silenceFacts } from "./claim-section.js";
import { historySection } from "./history-section.js";
import { type PageAssets, printPage } from "./page.js";
import { copyButton, pageLinks, prose, searchField, tokenFile } from "./parts.js";
import { sizeSection } from "./size-section.js";

/** Longer descriptions are set as any other text. Characters. */
const LONGEST_LEAD = 300;

/** The page of one kind of token. */
export function tokenPage(catalogue: Catalogue, token: TokenEntry, { style, pageScript }: PageAssets): string {
  const { title, key, description, profile, source, claims, silences } = token;
  const main = html`<h1>${title}</h1>
${description !== null && description.length <= LONGEST_LEAD ? html`<p class="lead">${description}</p>` : prose(description)}
<dl class="facts dense">
<div><dt>In the config</dt><dd><code>${key}</code></dd></div>
<div><dt>Follows</dt><dd>${linked(profile)}</dd></div>
<div><dt>Schema</dt><dd><code>${source}</code></dd></div>
${silenceFacts(silences)}</dl>
${onThisPage(token, catalogue.history !== null)}
${searchField(`Search the ${claims.length} claims`)}
<section aria-labelledby="claims">
<h2 id="claims">Claims</h2>
<table class="stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Claim</th><th scope="col" role="columnheader">Type</th><th scope="col" role="columnheader" class="presence">In every token</th></tr></thead>
<tbody role="rowgroup">
${claims.map(claimRow)}</tbody>
</table>
</section>
<section aria-labelledby="each">
<h2 id="each">Claim by claim</h2>
${claims.map(claimSection)}</section>
${policySection(token.policy)}
${sizeSection(token.size)}
${token.example === null ? null : exampleSection(token.example, token.page)}
${catalogue.history === null ? null : historySection(catalogue.history, key)}`;
  return printPage({
    title,
    packageName: catalogue.packageName,
    root: "../",
    links: pageLinks(catalogue, tokenFile(token.page)),
    style,
    script: pageScript,
    main,
  });
}

function onThisPage({ example }: TokenEntry, hasHistory: boolean): Markup {
  const sections = [
    ["claims", "Claims"],
    ["each", "Claim by claim"],
    ["policy", "Policy"],
    ["size", "Size"],
    ...(example === null ? [] : [["example", "Example"]]),
    ...(hasHistory ? [["changes", "Changes"]] : []),
  ];
  return html`<nav class="onpage" aria-label="On this page"><ul>${sections.map(
    ([id, text]) => html`<li><a href="#${id}">${text}</a></li>`,
  )}</ul></nav>`;
}

function policySection(rows: readonly PolicyRow[]): Markup {
  return html`<section aria-labelledby="policy">
<h2 id="policy">Policy</h2>
<p>What verify demands besides the claims, in the order in which it asks.</p>
<dl class="facts">
${rows.map(
  ({ term, values, words }) =>
    html`<dt>${term}</dt><dd>${values.map((value, at) => html`${at === 0 ? null : ", "}<code>${value}</code>`)}${
      values.length > 0 && words !== "" ? ", " : null
    }${words}</dd>\n`,
)}</dl>
</section>`;
}

function exampleSection({ header, claims, token }: ExampleEntry, page: string): Markup {
  return html`<section aria-labelledby="example">
<h2 id="example">Example</h2>
<p>Nobody accepts this token: its signature is made up, as the token itself says, and its time is over. <a href="../decode.html#example=${page}">See it decoded</a>.</p>
<div class="titled"><h3>Header</h3>${copyButton("example-header", "the header")}</div>
<pre id="example-header"><code>${highlight(layoutJson(header).trimEnd(), "json")}</code></pre>
<div class="titled"><h3>Claims</h3>${copyButton("example-claims", "the claims")}</div>
<pre id="example-claims"><code>${highlight(layoutJson(claims).trimEnd(), "json")}</code></pre>
<div class="titled"><h3>Token</h3>${copyButton("example-token", "the token")}</div>
<pre id="example-token"><code>${token}</code></pre>
</section>`;
}
