import type { ClaimEntry, SilenceEntry } from "../catalogue.js";
import { highlight } from "../highlight.js";
import { html, linked, type Markup } from "../markup.js";
import { formatNumber } from "../policy-rows.js";
import { badges, claimName, prose } from "./parts.js";

/** A row of the table that lists a token's claims. */
export function claimRow(claim: ClaimEntry): Markup {
  return html`<tr role="row" data-entry data-words="${searchWords(claim)}">
<th scope="row" role="rowheader"><a href="#${encodeURIComponent(claim.id)}">${claimName(claim.name)}</a></th>
<td role="cell">${claim.type}</td>
<td role="cell">${claim.required ? "required" : claim.deprecated ? "deprecated" : "optional"}${
    claim.filledIn === null ? null : html`<span class="soft">, filled in</span>`
  }</td>
</tr>
`;
}

/** All that is said of a claim, under its name. */
export function claimSection(claim: ClaimEntry): Markup {
  const { id, name, description, sunset, since, readers, examples } = claim;
  return html`<article class="claim" id="${id}" data-entry data-words="${searchWords(claim)}" aria-labelledby="${id}.name">
<header><h3 id="${id}.name">${claimName(name)}</h3>${badges(claim)}<a class="anchor" href="#${encodeURIComponent(id)}" aria-label="Link to ${name}">#</a></header>
${prose(description)}<dl class="facts dense">
${wide("Type", html`${claim.type}${typescript(claim)}`, "half")}${
  claim.patterns.length === 0 ? null : wide("Form", html`${claim.patterns.map((one) => html`<code>${one}</code> `)}`)
}${fact("Required", claim.required ? html`by ${linked(claim.requiredBy)}` : "no")}${fact("Filled in", claim.filledIn)}${fact(
  "Standard",
  claim.standard.length === 0 ? null : linked(claim.standard),
)}${fact("In code", html`<code>${claim.shortName}</code>`)}${fact("Since", since)}${
  claim.deprecated ? fact("Deprecated", sunset === null ? "yes" : `may go after ${sunset}`) : fact("Sunset", sunset)
}${fact("Read by", readers.length === 0 ? null : readers.join(", "))}${fact(
  "Size",
  claim.typicalBytes === null ? null : `about ${formatNumber(claim.typicalBytes)} bytes`,
)}${
  examples.length === 0
    ? null
    : wide(
        examples.length === 1 ? "Example" : "Examples",
        html`${examples.map((example) => html`<pre><code>${highlight(example, "json")}</code></pre>`)}`,
      )
}${silenceFacts(claim.silences)}</dl>
${members(claim)}
</article>
`;
}

/** The rules that are silenced, each with its reason. */
export function silenceFacts(silences: readonly SilenceEntry[]): Markup {
  return html`${silences.map(({ rule, reason }) => wide("Lint silenced", html`<code>${rule}</code>: ${reason}`))}`;
}

/** A term and what is said to it; nothing where nothing is. */
function fact(term: string, words: Markup | string | null): Markup | null {
  return words === null ? null : html`<div><dt>${term}</dt><dd>${words}</dd></div>\n`;
}

/** The same over more of the width. */
function wide(term: string, words: Markup, width: "half" | "wide" = "wide"): Markup {
  return html`<div class="${width}"><dt>${term}</dt><dd>${words}</dd></div>\n`;
}

/** The type in code, where it says more than a word. */
function typescript({ typescript }: ClaimEntry): Markup | null {
  if (/^(?:string|number|boolean|unknown)$/.test(typescript)) return null;
  return html`
<details><summary>As TypeScript</summary><pre><code>${highlight(typescript, "typescript")}</code></pre></details>`;
}

function members({ members: entries, hasMoreMembers }: ClaimEntry): Markup | null {
  if (entries.length === 0) return null;
  return html`<h4>Members</h4>
<table class="stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Member</th><th scope="col" role="columnheader">Type</th><th scope="col" role="columnheader" class="presence">Required</th></tr></thead>
<tbody role="rowgroup">
${entries.map(
  ({
    path,
    type,
    presence,
    description,
  }) => html`<tr role="row"><th scope="row" role="rowheader"><span class="name">${path}</span></th><td role="cell">${
    description === null ? null : html`${description}<br>`
  }<span class="soft">${type}</span></td><td role="cell">${presence}</td></tr>
`,
)}</tbody>
</table>
${hasMoreMembers ? html`<p class="small soft">There are more, or deeper ones: the schema has them.</p>` : null}`;
}

function searchWords({ name, shortName, description, type, members }: ClaimEntry): string {
  return [name, shortName, description ?? "", type, ...members.map(({ path }) => path)].join(" ").toLowerCase();
}
