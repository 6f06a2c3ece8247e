/** A stretch of a text, by offsets in UTF-16 code units, and what stands there instead. An empty stretch is an insertion. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all changes done; they must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { start, end, text }) => changed.slice(0, start) + text + changed.slice(end), text);
}

/** Whether two of the changes touch the same characters, or insert at the same place. */
export function overlap(changes: readonly TextChange[]): boolean {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((change, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (next.start < change.end || next.start === change.start);
  });
}
