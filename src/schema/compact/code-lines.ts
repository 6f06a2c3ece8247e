/** A piece of code that is being made shorter: a statement, or a head with the statements within it. */
export type CodeLine = StatementLine | BlockLine;

/** A statement that holds no other. */
export interface StatementLine {
  readonly kind: "statement";
  readonly text: string;
  /** Variables that it reads. */
  readonly reads: readonly string[];
  /** The variable that it sets, where it does nothing else. */
  readonly sets: string | null;
}

/** `if`, a loop or a function. */
export interface BlockLine {
  readonly kind: "block";
  /** What stands before the first brace. */
  readonly head: string;
  readonly reads: readonly string[];
  body: readonly CodeLine[];
  /** What stands within `else`; null where there is none, and in what is no `if`. */
  otherwise: readonly CodeLine[] | null;
  /** Whether it does nothing where it holds nothing. */
  readonly isDroppable: boolean;
}

/** The lines without those that set what nobody reads, and without what is empty after that. */
export function dropUnread(lines: readonly CodeLine[]): readonly CodeLine[] {
  for (let before = lines; ; ) {
    const counts = new Map<string, number>();
    countReads(before, counts);
    const { kept, hasDropped } = filterLines(before, counts);
    if (!hasDropped) return kept;
    before = kept;
  }
}

function countReads(lines: readonly CodeLine[], counts: Map<string, number>): void {
  for (const line of lines) {
    for (const name of line.reads) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (line.kind === "block") countReads([...line.body, ...(line.otherwise ?? [])], counts);
  }
}

/** From the end, so that what only a dropped line reads is dropped in the same round. */
function filterLines(
  lines: readonly CodeLine[],
  counts: Map<string, number>,
): { kept: readonly CodeLine[]; hasDropped: boolean } {
  const kept: CodeLine[] = [];
  let hasDropped = false;
  const drop = (line: CodeLine): void => {
    hasDropped = true;
    for (const name of line.reads) counts.set(name, (counts.get(name) ?? 0) - 1);
  };
  const filter = (inner: readonly CodeLine[]): readonly CodeLine[] => {
    const result = filterLines(inner, counts);
    hasDropped ||= result.hasDropped;
    return result.kept;
  };
  for (const line of lines.toReversed()) {
    if (line.kind === "statement") {
      if (line.sets !== null && (counts.get(line.sets) ?? 0) <= 0) drop(line);
      else kept.push(line);
      continue;
    }
    const otherwise = line.otherwise === null ? null : filter(line.otherwise);
    const body = filter(line.body);
    const rest = otherwise === null || otherwise.length === 0 ? null : otherwise;
    if (line.isDroppable && body.length === 0 && rest === null) drop(line);
    else kept.push({ ...line, body, otherwise: rest });
  }
  return { kept: kept.reverse(), hasDropped };
}

/** The lines as text. */
export function printLines(lines: readonly CodeLine[]): string {
  return lines
    .map((line) => {
      if (line.kind === "statement") return line.text;
      const block = `${line.head}{\n${printLines(line.body)}\n}`;
      return line.otherwise === null ? block : `${block}\nelse {\n${printLines(line.otherwise)}\n}`;
    })
    .join("\n");
}
