import type { Change, DiffReport, TokenDiff } from "../diff/diff-report.js";

/** What each verdict means, in the words that every format uses. */
export function verdictWords({ backward, forward }: Pick<TokenDiff, "backward" | "forward">): readonly string[] {
  return [
    backward ? "tokens in flight are accepted" : "tokens in flight are refused by new consumers",
    forward ? "new tokens are accepted by old consumers" : "new tokens are refused by old consumers",
  ];
}

/** How the encoded token grows or shrinks: `412 → 438 bytes typical (smallest 300, largest unbounded)`; null where it does not. */
export function sizeWords({ size: { before, after } }: Pick<TokenDiff, "size">): string | null {
  const shown = after ?? before;
  if (shown === null) return null;
  const old = before ?? shown;
  const bounds = ["smallest", "typical", "largest"] as const;
  if (before !== null && after !== null && bounds.every((bound) => before[bound] === after[bound])) return null;
  const count = (bytes: number | null): string => (bytes === null ? "unbounded" : String(bytes));
  const [smallest, typical, largest] = bounds.map((bound) =>
    old[bound] === shown[bound] ? count(shown[bound]) : `${count(old[bound])} → ${count(shown[bound])}`,
  );
  return `${typical} bytes typical (smallest ${smallest}, largest ${largest})`;
}

/** The summary of a report in one line. */
export function summaryLine({ tokens }: DiffReport): string {
  const changes = tokens.flatMap(({ changes }) => changes);
  if (changes.length === 0) return "No change.";
  const breaking = tokens.filter(({ level }) => level === "breaking");
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const accepted = changes.filter((change) => change.accepted !== null).length;
  const parts = [
    breaking.length === 0
      ? "No token breaks"
      : `${count(breaking.length, "token")} of ${tokens.length} ${breaking.length === 1 ? "breaks" : "break"}`,
    count(changes.length, "change"),
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
  ];
  return `${parts.join(", ")}.`;
}

/** Tokens in the order in which people want them: those that break first. */
export function breakingFirst(tokens: readonly TokenDiff[]): readonly TokenDiff[] {
  const rank = { breaking: 0, compatible: 1, none: 2 } as const;
  return [...tokens].sort((one, other) => rank[one.level] - rank[other.level]);
}

/** What a reader of a change has to know besides its message, a sentence each. */
export function changeNotes(change: Change): readonly string[] {
  const { witness, proof, readers, accepted } = change;
  const notes: string[] = [];
  if (proof === "unknown") notes.push("Not proved compatible, and so counted as breaking.");
  if (witness?.issue) notes.push(`Refused with: ${witness.issue.message}`);
  if (readers.length > 0) notes.push(`Read by: ${readers.join(", ")}.`);
  if (accepted !== null) {
    notes.push(`Accepted${accepted.until === null ? "" : ` until ${accepted.until}`}: ${accepted.reason}`);
  }
  return notes;
}

/** The breaks of a report that the config could accept and does not yet, as what to paste into `diff.accept`. */
export function acceptSnippet({ tokens }: DiffReport): string | null {
  const open = tokens
    .flatMap(({ changes }) => changes)
    .filter(({ breaks, accepted }) => accepted === null && (breaks.includes("backward") || breaks.includes("forward")));
  if (open.length === 0) return null;
  return JSON.stringify({ diff: { accept: open.map(({ id }) => ({ id, reason: "", until: "" })) } }, null, 2);
}
