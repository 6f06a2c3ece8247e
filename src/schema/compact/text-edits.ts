/** A part of a code to replace, by offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a part of a code once it is edited. Of edits within each other, the outermost counts. */
export function applyEdits(
  code: string,
  { start, end }: { start: number; end: number },
  edits: readonly Edit[],
): string {
  const sorted = edits.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let text = "";
  let place = start;
  for (const edit of sorted) {
    if (edit.start < place) continue;
    text += code.slice(place, edit.start) + edit.text;
    place = edit.end;
  }
  return text + code.slice(place, end);
}
