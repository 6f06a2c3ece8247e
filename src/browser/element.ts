import { visibleCharacters } from "../text/visible-characters.js";

/** What an element may be given: attributes, of which `null` and `false` are left out, and `true` is the empty one. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with attributes and children. A text becomes text and nothing else, and what cannot be seen in it is shown by its code. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(attribute, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child !== null) made.append(typeof child === "string" ? visibleCharacters(child) : child);
  }
  return made;
}

/** The element of an id, of the kind that the page has there; null where it has none. */
export function find<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind | null {
  const found = document.getElementById(id);
  return found instanceof kind ? found : null;
}
