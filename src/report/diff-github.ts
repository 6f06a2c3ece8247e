import { breaksTokens, type Change, type DiffReport } from "../diff/diff-report.js";
import { changeNotes } from "./diff-words.js";

/**
 * A report as annotations of a pull request, one line each at the place that changed: an error where tokens break, a
 * warning where code does or the break is accepted, else a notice.
 */
export function diffGithub({ tokens }: DiffReport): string {
  return tokens.flatMap(({ token, changes }) => changes.map((change) => annotation(token, change))).join("");
}

function annotation(token: string, change: Change): string {
  const { file, line, column } = change.location ?? {};
  const title = `claimsmith: ${token}${change.breaks.length === 0 ? "" : ` (${change.breaks.join(", ")})`}`;
  const properties = [
    ...(file === undefined ? [] : [["file", file]]),
    ...(line === undefined ? [] : [["line", String(line)]]),
    ...(column === undefined ? [] : [["col", String(column)]]),
    ["title", title],
  ].map(([name = "", value = ""]) => `${name}=${escapeProperty(value)}`);
  const { witness } = change;
  const lines = [
    change.message,
    ...(witness === null ? [] : [`For example ${JSON.stringify(witness.claims)}`]),
    ...changeNotes(change),
    ...(change.breaks.length === 0 ? [] : [`id: ${change.id}`]),
  ];
  return `::${severity(change)} ${properties.join(",")}::${escapeData(lines.join("\n"))}\n`;
}

function severity(change: Change): "error" | "warning" | "notice" {
  if (change.accepted === null && breaksTokens(change)) return "error";
  return change.breaks.length > 0 ? "warning" : "notice";
}

/** A workflow command ends at its line, and `%` begins an escape. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property `:` and `,` separate as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
