/** A repetition without a limit is drawn this much more often than it has to be. */
const MORE = 5;

/** `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`. */
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/;

/** The characters that a text drawn for a pattern may have: what groups hold counts as often as they come, one within another. */
export function drawnLength(pattern: string): number {
  /** The lengths of the groups that are open, the innermost last. */
  const open = [0];
  let at = 0;
  while (at < pattern.length) {
    const piece = pattern[at] === "[" ? classAt(pattern, at) : pattern[at] === "\\" ? pattern.slice(at, at + 2) : null;
    const char = piece ?? pattern[at];
    at += char?.length ?? 1;
    if (char === "(") {
      open.push(0);
      continue;
    }
    const isClosed = char === ")" && open.length > 1;
    const unit = isClosed ? (open.pop() ?? 0) : 1;
    const [quantifier = "", least, hasMost, most] = QUANTIFIER.exec(pattern.slice(at, at + 40)) ?? [];
    at += quantifier.length;
    open.push((open.pop() ?? 0) + unit * timesOf(quantifier, least, hasMost, most));
  }
  return open.reduce((sum, length) => sum + length, 0);
}

function timesOf(quantifier: string, least: string | undefined, hasMost: string | undefined, most = ""): number {
  if (quantifier === "" || quantifier === "?") return 1;
  if (least === undefined) return 1 + MORE;
  const fewest = Number(least);
  if (hasMost === undefined) return fewest;
  return most === "" ? fewest + MORE : Math.min(Number(most), fewest + MORE);
}

/** A class of characters from its `[` to its `]`. */
function classAt(pattern: string, from: number): string {
  for (let at = from + 1; at < pattern.length; at += 1) {
    if (pattern[at] === "\\") at += 1;
    else if (pattern[at] === "]") return pattern.slice(from, at + 1);
  }
  return pattern.slice(from);
}
