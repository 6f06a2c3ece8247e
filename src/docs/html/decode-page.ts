import type { Catalogue } from "../catalogue.js";
import { html } from "../markup.js";
import { type PageAssets, printPage } from "./page.js";
import { MOST_LINKED, pageLinks } from "./parts.js";

/**
 * The page that decodes a token.
 *
 * @param script - what {@link decodeScript} gives
 */
export function decodePage(catalogue: Catalogue, { style }: Pick<PageAssets, "style">, script: string): string {
  const { packageName, tokens } = catalogue;
  const examples = tokens.filter(({ example }) => example !== null);
  const main = html`<h1>Decode a token</h1>
<p class="lead">Paste a token to see what is in it and what a service that verifies it would say.</p>
<p class="notice"><b>Nothing leaves this page.</b> Its Content-Security-Policy forbids every connection, and it works from a file, without a network. The claims are held against the validators of the package. <b>The signature is not checked:</b> without the key, anyone can have written the token.</p>
<noscript><p>Decoding takes JavaScript, which is off here. <code>npx claimsmith inspect</code> says the same in a terminal.</p></noscript>
<div id="decoder" hidden>
<div class="titled"><label for="token"><b>Token</b></label><button type="button" id="clear">Clear</button></div>
<textarea id="token" translate="no" spellcheck="false" autocomplete="off" autocapitalize="off" autocorrect="off" aria-describedby="token-hint"></textarea>
<p class="small soft" id="token-hint">As it was copied: with quotes, line breaks, a whole <code>Authorization</code> or <code>Cookie</code> line, or a command around it. Claims in JSON are held against the claim set, too.</p>
<div class="row"><label for="kind">Kind</label> <select id="kind"><option value="">as the token tells</option>${tokens.map(
    ({ key, title }) => html`<option value="${key}">${title}</option>`,
  )}</select></div>
${
  examples.length === 0
    ? null
    : html`<div class="row"><span class="small soft">Or try an example:</span> ${examples
        .slice(0, MOST_LINKED)
        .map(({ page, title }) => html`<button type="button" data-example="${page}">${title}</button> `)}${
        examples.length > MOST_LINKED
          ? html`<span class="small soft">The page of each kind of token leads to its own.</span>`
          : null
      }</div>`
}
</div>
<p id="decode-status" role="status" class="unseen"></p>
<div id="decode-result" translate="no"></div>`;
  return printPage({
    title: "Decode a token",
    packageName,
    root: "",
    links: pageLinks(catalogue, "decode.html"),
    style,
    script,
    main,
  });
}
