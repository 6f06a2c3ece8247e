/** Patterns that together say what one with look-around says: a text matches it that matches all of some and none of others. */
export interface PatternParts {
  readonly matched: readonly string[];
  readonly unmatched: readonly string[];
}

/** It counts groups, or names one, that may end up in another pattern. */
const BACK_REFERENCE = /\\(?:[1-9]|k<)/u;

/** A group at one end of a pattern. */
interface Look {
  readonly inner: string;
  readonly isNegated: boolean;
  /** The pattern without it. */
  readonly rest: string;
}

const AHEAD = ["(?=", "(?!"] as const;
const BEHIND = ["(?<=", "(?<!"] as const;

/**
 * A pattern taken apart at a look-around that stands where a text starts or ends, such as `^(?!test-)[a-z-]+$`: what it asks is
 * asked of the same text, so that it is a pattern of its own. What a pattern demands beside itself becomes a part of it. Null
 * for patterns with neither. One is taken away at a time.
 */
export function takeLookAroundApart(pattern: string): PatternParts | null {
  if (!/\(\?<?[=!]/u.test(pattern) || BACK_REFERENCE.test(pattern)) return null;
  const groups = readGroups(pattern);
  if (groups === null) return null;
  const ahead = lookAhead(pattern, groups);
  if (ahead !== null) return partsOf(ahead, `^${grouped(ahead.inner)}`);
  const behind = lookBehind(pattern, groups);
  if (behind !== null) return partsOf(behind, `${grouped(behind.inner)}$`);
  const joined = joinedAround(pattern, groups);
  return joined === null ? null : { matched: [joined], unmatched: [] };
}

/** The pattern with what it demands before it begins, or after it ends, as a part of it: it matches in the same texts. */
function joinedAround(pattern: string, groups: ReadonlyMap<number, number>): string | null {
  const first = groups.get(0);
  if (first !== undefined && pattern.startsWith("(?<=")) {
    return `(?:${pattern.slice(4, first)})${pattern.slice(first + 1)}`;
  }
  const last = [...groups].find(([, end]) => end === pattern.length - 1)?.[0];
  if (last === undefined || !pattern.startsWith("(?=", last)) return null;
  return `${pattern.slice(0, last)}(?:${pattern.slice(last + 3, -1)})`;
}

function partsOf({ rest, isNegated }: Look, condition: string): PatternParts {
  return isNegated ? { matched: [rest], unmatched: [condition] } : { matched: [rest, condition], unmatched: [] };
}

/** The look-ahead right after the `^` that a pattern begins with. */
function lookAhead(pattern: string, groups: ReadonlyMap<number, number>): Look | null {
  const opening = AHEAD.find((each) => pattern.startsWith(each, 1));
  const end = groups.get(1);
  if (!pattern.startsWith("^") || opening === undefined || end === undefined) return null;
  const inner = pattern.slice(1 + opening.length, end);
  return { inner, isNegated: opening === "(?!", rest: `^${pattern.slice(end + 1)}` };
}

/** The look-behind right before the `$` that a pattern ends with. */
function lookBehind(pattern: string, groups: ReadonlyMap<number, number>): Look | null {
  const last = pattern.length - 2;
  const start = [...groups].find(([, end]) => end === last)?.[0];
  if (!pattern.endsWith("$") || start === undefined) return null;
  const opening = BEHIND.find((each) => pattern.startsWith(each, start));
  if (opening === undefined) return null;
  const inner = pattern.slice(start + opening.length, last);
  return { inner, isNegated: opening === "(?<!", rest: `${pattern.slice(0, start)}$` };
}

function grouped(inner: string): string {
  return readGroups(inner) === null ? `(?:${inner})` : inner;
}

/** Where each outermost group ends, by where it begins; null where the pattern is a choice, of which ends are not the text's. */
function readGroups(pattern: string): ReadonlyMap<number, number> | null {
  const groups = new Map<number, number>();
  let start = 0;
  let depth = 0;
  let isInClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index];
    if (char === "\\") index += 1;
    else if (isInClass) isInClass = char !== "]";
    else if (char === "[") isInClass = true;
    else if (char === "|" && depth === 0) return null;
    else if (char === "(") {
      if (depth === 0) start = index;
      depth += 1;
    } else if (char === ")") {
      depth -= 1;
      if (depth === 0) groups.set(start, index);
    }
  }
  return groups;
}
