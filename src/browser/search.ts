import { element, find } from "./element.js";

/** What stands in the fragment of a page that is to be searched at once: `#search=role`. */
const SEARCH = "#search=";

/** Of more entries, each filtering takes a moment, which is put off until nobody has typed for a while. */
const MANY = 2000;
/** Milliseconds. */
const PAUSE = 150;

/** Shows the field that filters the page, and has it filter; `/` leads to it. */
export function startSearch(): void {
  const input = find("search", HTMLInputElement);
  const status = find("search-count", HTMLElement);
  if (input === null || status === null) return;
  const bar = input.closest<HTMLElement>("[data-search]");
  if (bar !== null) bar.hidden = false;
  const hint = [...status.childNodes];
  const entries = [...document.querySelectorAll<HTMLElement>("[data-entry]")];

  const filter = (): void => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const entry of entries) {
      const text = entry.dataset["words"] ?? "";
      const isShown = words.every((word) => text.includes(word));
      // Asking is cheap, and telling the browser what it knows is not.
      if (entry.hidden === isShown) entry.hidden = !isShown;
      // What stands in a table and below it once more counts once.
      if (entry.localName !== "tr") continue;
      all += 1;
      if (isShown) shown += 1;
    }
    status.replaceChildren(...(words.length === 0 ? hint : [countWords(shown, all), ...elsewhere(input.value)]));
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (entries.length <= MANY) filter();
    else timer = setTimeout(filter, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === "") return;
    event.preventDefault();
    input.value = "";
    filter();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  const follow = (): void => {
    if (location.hash.startsWith(SEARCH)) {
      input.value = decoded(location.hash.slice(SEARCH.length));
      filter();
    } else if (input.value !== "" && document.getElementById(decoded(location.hash.slice(1)))?.closest("[hidden]")) {
      // Whoever follows a link wants to see where it leads.
      input.value = "";
      filter();
      document.getElementById(decoded(location.hash.slice(1)))?.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  follow();
}

/** A fragment as text; as it is where it is no encoded text. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function countWords(shown: number, all: number): string {
  return shown === 0 ? "Nothing matches" : `${shown} of ${all} shown`;
}

/** From the page of one token, a link to the same search in all. */
function elsewhere(text: string): readonly (Node | string)[] {
  const home = document.querySelector<HTMLAnchorElement>("a.home")?.getAttribute("href");
  if (home === undefined || home === null || !home.startsWith("../")) return [];
  return [" · ", element("a", { href: `${home}${SEARCH}${encodeURIComponent(text)}` }, "search all tokens")];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:input|textarea|select)$/.test(target.localName);
}
