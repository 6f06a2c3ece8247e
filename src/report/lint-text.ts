import type { Finding } from "../lint/finding.js";
import type { Style } from "./error-text.js";
import { type LintFindings, rulePage, summaryWords } from "./lint-words.js";
import { visibleText } from "./visible-text.js";

/**
 * Findings for a terminal, grouped by file: place, severity, message and rule in columns, and below each what to do.
 *
 * @param columns - the width of the terminal; help is broken to fit it
 */
export function lintText(result: LintFindings, style: Style, columns: number): string {
  const { findings } = result;
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.location;
    const group = files.get(file);
    if (group === undefined) files.set(file, [finding]);
    else group.push(finding);
  }
  const blocks = [...files].map(([file, group]) => fileText(file, group, style, columns));
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const pages =
    rules.length === 0
      ? []
      : [style.dim(["Why, and what to do, in the package claimsmith:", ...rules.map(rulePage)].join("\n  "))];
  return `${[...blocks, ...pages, style.bold(`${summaryWords(result)}.`)].join("\n\n")}\n`;
}

function fileText(file: string, findings: readonly Finding[], style: Style, columns: number): string {
  const places = findings.map(({ location: { line, column } }) =>
    line === undefined ? "-" : `${line}:${column ?? 1}`,
  );
  const placeWidth = Math.max(...places.map((place) => place.length));
  const indent = " ".repeat(placeWidth + SEVERITY_WIDTH);
  const width = Math.max(NARROWEST, columns - indent.length);
  const lines = findings.map((finding, index) => {
    const place = style.dim((places[index] ?? "").padStart(placeWidth));
    const severity = finding.severity === "error" ? style.red("error") : "warn ";
    // What to do is said once where several findings in a row need the same.
    const next = findings[index + 1];
    const isRepeated = next?.rule === finding.rule && next.help === finding.help;
    const help = finding.help === null || isRepeated ? [] : fill(finding.help, width);
    const [first = "", ...others] = [...messageLines(finding, width, style), ...help.map((line) => style.dim(line))];
    return [`  ${place}  ${severity}  ${first}`, ...others.map((line) => indent + line)].join("\n");
  });
  return [style.bold(oneLine(file)), ...lines].join("\n");
}

/** The message, with the rule behind it where it fits the line, else below. */
function messageLines({ message, rule }: Finding, width: number, style: Style): readonly string[] {
  const lines = fill(message, width);
  const last = lines.at(-1) ?? "";
  if (last.length + 2 + rule.length > width) return [...lines, style.dim(rule)];
  return [...lines.slice(0, -1), `${last}  ${style.dim(rule)}`];
}

/** The columns of the severity, with the blanks around it. */
const SEVERITY_WIDTH = 11;

/** The narrowest that words are set to, however narrow the terminal is. */
const NARROWEST = 40;

/** A text broken into lines at its blanks. A word that is longer than a line stands alone. */
function fill(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of oneLine(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** What came from a file begins no line of its own and does not steer the terminal. */
function oneLine(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " "));
}
