import type { HistoryEntry, HistoryToken } from "../catalogue.js";
import { html, type Markup } from "../markup.js";

/**
 * The commits that changed claims, the newest first.
 *
 * @param token - the key of the token whose changes are shown; null for those of all
 */
export function historySection(history: readonly HistoryEntry[], token: string | null): Markup {
  const entries = history
    .map((entry) => ({ ...entry, tokens: entry.tokens.filter((one) => token === null || one.token === token) }))
    .filter((entry) => token === null || entry.tokens.length > 0);
  return html`<section aria-labelledby="changes">
<h2 id="changes">Changes</h2>
${
  entries.length === 0
    ? html`<p>No commit has changed it.</p>`
    : html`<ol class="changes">
${entries.map((entry) => historyItem(entry, token === null))}</ol>`
}
</section>`;
}

function historyItem({ commit, date, subject, problem, tokens }: HistoryEntry, isNamed: boolean): Markup {
  return html`<li><h3>${subject}</h3> <span class="soft small"><time datetime="${date}">${date}</time> · <code>${commit}</code></span>
${problem === null ? null : html`<p class="soft">${problem}</p>`}
${tokens.map((token) => tokenChanges(token, isNamed))}</li>
`;
}

function tokenChanges({ token, level, rollout, changes }: HistoryToken, isNamed: boolean): Markup {
  const isBreaking = level === "breaking";
  return html`<p>${isNamed ? html`<b>${token}</b> ` : null}<span class="badge${isBreaking ? " warn" : ""}">${level}</span>${
    rollout === null ? null : html` <span class="small soft">deploy: ${rollout}</span>`
  }</p>
${changes.length === 0 ? null : html`<ul>${changes.map((change) => html`<li>${change}</li>`)}</ul>`}`;
}
