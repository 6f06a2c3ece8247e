import type { Finding } from "../lint/finding.js";
import { place } from "./error-text.js";
import { type LintFindings, rulePage, summaryWords } from "./lint-words.js";
import { markdownCode, markdownText } from "./markdown-words.js";

/** By this comment a bot finds its own earlier report, to update it. */
export const LINT_MARKER = "<!-- claimsmith-lint -->";

/** Findings for the comment of a pull request: the count, then a table of places and what is wrong there. */
export function lintMarkdown(result: LintFindings): string {
  const { findings } = result;
  const blocks = [LINT_MARKER, `**claimsmith lint: ${summaryWords(result)}.**`];
  if (findings.length > 0) blocks.push(table(findings), rules(findings));
  return `${blocks.join("\n\n")}\n`;
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ severity, location, message, help, rule }) => {
    const words = help === null ? markdownText(message) : `${markdownText(message)}<br>${markdownText(help)}`;
    return [severity === "error" ? "**error**" : "warn", cell(place(location)), words, markdownCode(rule)].join(" | ");
  });
  return [
    "| severity | place | finding | rule |",
    "| --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

function rules(findings: readonly Finding[]): string {
  const pages = [...new Set(findings.map(({ rule }) => rule))].sort().map((rule) => markdownCode(rulePage(rule)));
  return `Why, and what to do: ${pages.join(", ")} in the package claimsmith.`;
}

/** A code span in a cell of a table, where a bar ends the cell even between back-ticks. */
function cell(value: string): string {
  return markdownCode(value).replaceAll("|", "\\|");
}
