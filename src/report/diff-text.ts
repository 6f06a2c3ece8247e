import type { Change, DiffReport, TokenDiff } from "../diff/diff-report.js";
import { acceptSnippet, breakingFirst, changeNotes, sizeWords, summaryLine, verdictWords } from "./diff-words.js";
import { place, type Style } from "./error-text.js";
import { expansionParts } from "./expansion-words.js";
import { visibleText } from "./visible-text.js";

/** The widest column of breaks; longer lists stand as they are. */
const COLUMN = 10;

/** A report for a terminal: what breaks first, each change with its witness, then how to roll it out. */
export function diffText(report: DiffReport, style: Style): string {
  const tokens = breakingFirst(report.tokens).filter(({ changes }) => changes.length > 0);
  const blocks = tokens.map((token) => tokenText(token, style));
  const snippet = acceptSnippet(report);
  const advice =
    snippet === null
      ? []
      : [`To accept a break on purpose, add it to the config with a reason and a date:\n${snippet}`];
  return `${[style.bold(summaryLine(report)), ...blocks, ...advice].join("\n\n")}\n`;
}

function tokenText(token: TokenDiff, style: Style): string {
  const level = token.level === "breaking" ? style.red(token.level) : token.level;
  const lines = [`${style.bold(token.token)}  ${level}, ${token.rollout}`];
  for (const words of verdictWords(token)) lines.push(`  ${words}`);
  const size = sizeWords(token);
  if (size !== null) lines.push(`  size  ${size}`);
  const width = Math.max(COLUMN, ...token.changes.map((change) => label(change).length));
  for (const change of token.changes) lines.push(...changeLines(change, width, style));
  if (token.plan.length > 0) lines.push("  rollout:", ...token.plan.map((step, index) => `    ${index + 1}. ${step}`));
  lines.push(...expansionLines(token, style));
  return lines.join("\n");
}

function expansionLines({ token, expansion }: TokenDiff, style: Style): string[] {
  if (expansion === null) return [];
  const parts = expansionParts(token, expansion).flatMap(({ where, json }) => [
    `    ${style.dim(oneLine(where))}`,
    ...(json === "" ? [] : json.split("\n").map((line) => `      ${oneLine(line)}`)),
  ]);
  return ["  expanded state:", ...parts];
}

function changeLines(change: Change, width: number, style: Style): string[] {
  const indent = " ".repeat(width + 4);
  const name = label(change).padEnd(width);
  const shown = change.breaks.length > 0 && change.accepted === null ? style.red(name) : name;
  const lines = [`  ${shown}  ${oneLine(change.message)}`];
  if (change.location !== null) lines.push(`${indent}${style.dim(`at ${oneLine(place(change.location))}`)}`);
  if (change.witness !== null) lines.push(`${indent}for example ${oneLine(JSON.stringify(change.witness.claims))}`);
  for (const note of changeNotes(change)) lines.push(`${indent}${oneLine(note)}`);
  if (change.breaks.length > 0) lines.push(`${indent}${style.dim(`id ${change.id}`)}`);
  return lines;
}

function label({ breaks, accepted }: Change): string {
  if (accepted !== null) return "accepted";
  return breaks.length === 0 ? "compatible" : breaks.join(", ");
}

/** What came from a file begins no line of its own and does not steer the terminal. */
function oneLine(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " "));
}
