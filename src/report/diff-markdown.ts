import type { Change, DiffReport, TokenDiff } from "../diff/diff-report.js";
import { acceptSnippet, breakingFirst, changeNotes, sizeWords, summaryLine, verdictWords } from "./diff-words.js";
import { place } from "./error-text.js";
import { expansionParts } from "./expansion-words.js";
import { markdownCode as code, htmlText as html, markdownText as text } from "./markdown-words.js";
import { visibleText } from "./visible-text.js";

/** By this comment a bot finds its own earlier report, to update it. */
export const DIFF_MARKER = "<!-- claimsmith-diff -->";

/** A report for the comment of a pull request: a summary, a table of the tokens, and the details to unfold. */
export function diffMarkdown(report: DiffReport): string {
  const tokens = breakingFirst(report.tokens);
  const changed = tokens.filter(({ changes }) => changes.length > 0);
  const snippet = acceptSnippet(report);
  const blocks = [
    DIFF_MARKER,
    `**claimsmith diff: ${summaryLine(report)}**`,
    ...(changed.length === 0 ? [] : [table(tokens)]),
    ...changed.map(details),
    ...(snippet === null
      ? []
      : [unfold("Accept a break on purpose", `Add to the config, with a reason and a date:\n\n${fence(snippet)}`)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function table(tokens: readonly TokenDiff[]): string {
  const rows = tokens.map(({ token, level, backward, forward, rollout, changes }) =>
    [
      code(token),
      level === "breaking" ? "**breaking**" : level,
      yes(backward),
      yes(forward),
      rollout,
      changes.length,
    ].join(" | "),
  );
  return [
    "| token | level | backward | forward | rollout | changes |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

function details(token: TokenDiff): string {
  const size = sizeWords(token);
  const lines = [
    `${upperFirst(verdictWords(token).join("; "))}.`,
    ...(size === null ? [] : ["", `Size: ${size}.`]),
    "",
    ...token.changes.flatMap(changeLines),
    ...(token.plan.length === 0
      ? []
      : ["", "Rollout:", "", ...token.plan.map((step, at) => `${at + 1}. ${text(step)}`)]),
    ...expansionLines(token),
  ];
  const count = `${token.changes.length} ${token.changes.length === 1 ? "change" : "changes"}`;
  return unfold(`<code>${html(token.token)}</code>: ${count}`, lines.join("\n"));
}

function expansionLines({ token, expansion }: TokenDiff): string[] {
  if (expansion === null) return [];
  const parts = expansionParts(token, expansion).map(({ where, json }) =>
    json === "" ? code(where) : `${code(where)}\n\n${fence(json)}`,
  );
  return ["", unfold("Expanded state", parts.join("\n\n"))];
}

function changeLines(change: Change): string[] {
  const { breaks, accepted, location, witness, message, id } = change;
  const label = accepted !== null ? "accepted" : breaks.length === 0 ? "compatible" : `**${breaks.join(", ")}**`;
  return [
    `- ${label}: ${text(message)}`,
    ...(location === null ? [] : [`  at ${code(place(location))}`]),
    ...(witness === null ? [] : [`  for example ${code(JSON.stringify(witness.claims))}`]),
    ...changeNotes(change).map((note) => `  ${text(note)}`),
    ...(breaks.length === 0 ? [] : [`  id ${code(id)}`]),
  ].map((line, at, lines) => (at < lines.length - 1 ? `${line}\\` : line));
}

/** @param summary - HTML */
function unfold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function fence(value: string): string {
  const longest = Math.max(2, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}json\n${value.split("\n").map(visibleText).join("\n")}\n${mark}`;
}

function yes(value: boolean): string {
  return value ? "yes" : "**no**";
}

function upperFirst(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
