import hljs from "highlight.js/lib/core";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import { visibleCharacters, visibleJson } from "../text/visible-characters.js";
import { type Markup, trusted } from "./markup.js";

hljs.registerLanguage("json", json);
hljs.registerLanguage("typescript", typescript);

/** Longer texts stand as they are: colours help nobody there, and take long to find. */
const LONGEST = 20_000;

/** A code text as markup, with its parts in `<span class="hljs-…">`. Escaped by the highlighter. */
export function highlight(code: string, language: "json" | "typescript"): Markup {
  const shown = language === "json" ? visibleJson(code) : visibleCharacters(code);
  const { value } =
    shown.length > LONGEST
      ? { value: shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;") }
      : hljs.highlight(shown, { language, ignoreIllegals: true });
  return trusted(value);
}
