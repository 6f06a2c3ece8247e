import type { Catalogue, IndexEntry, TokenEntry } from "../catalogue.js";
import { durationWords } from "../duration-words.js";
import { PAGE_MARK } from "../page-mark.js";
import { formatNumber } from "../policy-rows.js";
import { summaryOf } from "../prose.js";
import { code, links, table, text } from "./escape.js";
import { historyText } from "./history-text.js";

/** The first page in Markdown: all tokens, and all claims by name. */
export function indexText({ packageName, packageVersion, tokens, index, history }: Catalogue): string {
  return `${[
    `# Claims of ${code(packageName)}`,
    `Version ${text(packageVersion)}. ${PAGE_MARK}: to change it, edit the schemas and run \`npx claimsmith docs --format markdown\`.`,
    "## Tokens",
    table(["token", "what it is", "follows", "lives", "claims", "typical bytes"], tokens.map(tokenRow)),
    "## Claims",
    table(["claim", "what it says", "type", "in"], index.map(claimRow)),
    ...(history === null ? [] : ["## Changes", historyText(history, null)]),
  ].join("\n\n")}\n`;
}

function tokenRow({ page, title, description, profile, lifetimeSeconds, claims, size }: TokenEntry): readonly string[] {
  return [
    `[${text(title)}](tokens/${page}.md)`,
    text(summaryOf(description ?? "")),
    links(profile),
    durationWords(lifetimeSeconds),
    String(claims.length),
    formatNumber(size.typical),
  ];
}

function claimRow({ name, description, type, uses }: IndexEntry): readonly string[] {
  const tokens = uses.map(({ page, title, id, required, deprecated }) => {
    const mark = deprecated ? " (deprecated)" : required ? "" : " (optional)";
    return `[${text(title)}](tokens/${page}.md#${encodeURIComponent(id)})${mark}`;
  });
  return [code(name), text(summaryOf(description ?? "")), text(type), tokens.join(", ")];
}
