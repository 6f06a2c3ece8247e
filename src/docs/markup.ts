import { html as hono, raw } from "hono/html";
import type { TextPart } from "../facts/standard-links.js";
import { visibleCharacters } from "../text/visible-characters.js";

/** Markup that is complete and safe to put into other markup. */
export type Markup = ReturnType<typeof raw>;

/**
 * Markup around values. A text among them stands as text, whatever is in it: it is escaped, and what could turn the reading
 * direction or is no character is shown by its code. Lists are joined; `null` and `false` are nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  // A promise comes out only where one went in, and no page has any.
  return hono(strings, ...values.map(visible)) as Markup;
}

/** Markup that was made elsewhere and is known to be safe: the style, the scripts, highlighted code. */
export function trusted(markup: string): Markup {
  return raw(markup);
}

/** A text of which parts lead elsewhere. */
export function linked(parts: readonly TextPart[]): Markup {
  return html`${parts.map(({ text, url }) => (url === null ? text : html`<a href="${url}">${text}</a>`))}`;
}

function visible(value: unknown): unknown {
  if (typeof value === "string") return visibleCharacters(value);
  return Array.isArray(value) ? value.map(visible) : value;
}
