import type { SizeEntry } from "../catalogue.js";
import { html, type Markup } from "../markup.js";
import { formatNumber } from "../policy-rows.js";
import { claimName } from "./parts.js";

/** How many parts are shown; the table says how many more there are. */
const MOST_PARTS = 15;

/** A picture of where the bytes of a token go, and of what it has to fit through. Every number stands beside its bar. */
export function sizeSection(size: SizeEntry): Markup {
  const { smallest, typical, largest, parts, limits } = size;
  const claims = parts.filter(({ claim }) => claim !== null);
  const shown = [...claims.slice(0, MOST_PARTS), ...parts.filter(({ claim }) => claim === null)];
  const hidden = claims.slice(MOST_PARTS);
  const most = Math.max(...parts.map(({ percent }) => percent), 1);
  const others = hidden.reduce((sum, { bytes }) => sum + bytes, 0);
  const scale = Math.max(...limits.map(({ bytes }) => bytes), typical);
  return html`<section aria-labelledby="size">
<h2 id="size">Size</h2>
<p>A typical token has <b>${formatNumber(typical)} bytes</b>, the smallest ${formatNumber(smallest)}; ${
    largest === null
      ? "there is no largest, since something in it has no bound"
      : html`the largest that can be issued ${formatNumber(largest)}`
  }.</p>
<table class="stack sizes" role="table">
<caption>Places that it has to fit through</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Place</th><th scope="col" role="columnheader" class="number">Room</th><th scope="col" role="columnheader">The token</th><th scope="col" role="columnheader">Its typical share</th></tr></thead>
<tbody role="rowgroup">
${limits.map(
  ({
    where,
    bytes,
    source,
    verdict,
  }) => html`<tr role="row"><th scope="row" role="rowheader">${where} <span class="soft small">${source}</span></th>
<td role="cell" class="number" data-label="Room">${formatNumber(bytes)}</td><td role="cell" class="brief" data-label="The token">${verdict}</td><td role="cell">${bar(
    [{ share: Math.min(1, typical / scale), style: "" }],
    bytes / scale,
  )}</td></tr>
`,
)}</tbody>
</table>
<table class="stack sizes" role="table">
<caption>Where the bytes of a typical token go</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Part</th><th scope="col" role="columnheader" class="number">Bytes</th><th scope="col" role="columnheader" class="number">Share</th><th scope="col" role="columnheader">Picture</th></tr></thead>
<tbody role="rowgroup">
${shown.map(
  ({ claim, bytes, percent }) => html`<tr role="row"><th scope="row" role="rowheader">${
    claim === null ? "header and signature" : claimName(claim)
  }</th><td role="cell" class="number" data-label="Bytes">${formatNumber(bytes)}</td><td role="cell" class="number" data-label="Share">${percent.toFixed(1)} %</td><td role="cell">${bar(
    [{ share: percent / most, style: claim === null ? "rest" : "" }],
    null,
  )}</td></tr>
`,
)}${
  hidden.length === 0
    ? null
    : html`<tr role="row"><th scope="row" role="rowheader">${hidden.length} more claims</th><td role="cell" class="number" data-label="Bytes">${formatNumber(others)}</td><td role="cell" class="number"></td><td role="cell"></td></tr>`
}</tbody>
</table>
<p class="small soft">Optional claims count by half, as not every token has them. Three bytes of JSON are four of the token.</p>
</section>`;
}

/** A bar; the numbers beside it say the same, so that it is left out of what is read aloud. */
function bar(parts: readonly { readonly share: number; readonly style: string }[], limit: number | null): Markup {
  const width = (share: number): string => (share * 100).toFixed(2);
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${
    limit === null ? null : html`<rect class="track" width="${width(limit)}" height="10"></rect>`
  }${parts.map(({ share, style }) => html`<rect class="${style}" width="${width(share)}" height="10"></rect>`)}</svg>`;
}
