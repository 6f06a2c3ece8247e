import type { Catalogue } from "../catalogue.js";
import { indexText } from "./index-text.js";
import { tokenText } from "./token-text.js";

/** The catalogue as pages that a repository shows: path to text. `README.md` is the first. */
export function markdownFiles(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", indexText(catalogue)],
    ...catalogue.tokens.map((token) => [`tokens/${token.page}.md`, tokenText(token, catalogue.history)] as const),
  ]);
}
