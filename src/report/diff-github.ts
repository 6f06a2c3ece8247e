import { breaksTokens, type Change, type DiffReport } from "../diff/diff-report.js";
import { changeNotes } from "./diff-words.js";
import { githubAnnotation } from "./github-command.js";

/**
 * A report as annotations of a pull request, one line each at the place that changed: an error where tokens break, a
 * warning where code does or the break is accepted, else a notice.
 */
export function diffGithub({ tokens }: DiffReport): string {
  return tokens.flatMap(({ token, changes }) => changes.map((change) => annotation(token, change))).join("");
}

function annotation(token: string, change: Change): string {
  const title = `claimsmith: ${token}${change.breaks.length === 0 ? "" : ` (${change.breaks.join(", ")})`}`;
  const { witness } = change;
  const lines = [
    change.message,
    ...(witness === null ? [] : [`For example ${JSON.stringify(witness.claims)}`]),
    ...changeNotes(change),
    ...(change.breaks.length === 0 ? [] : [`id: ${change.id}`]),
  ];
  return githubAnnotation(severity(change), change.location, title, lines.join("\n"));
}

function severity(change: Change): "error" | "warning" | "notice" {
  if (change.accepted === null && breaksTokens(change)) return "error";
  return change.breaks.length > 0 ? "warning" : "notice";
}
