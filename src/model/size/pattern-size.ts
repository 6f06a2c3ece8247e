import { type Expression, parsePattern } from "../../containment/regular/parse-pattern.js";
import { ANY_CHARACTER, characterBytes } from "./json-bytes.js";
import { times, UNBOUNDED } from "./size-range.js";

/** How many bytes the texts take inside a JSON string, without its quotes, in which a regular expression matches. */
export interface TextSize {
  readonly smallest: number;
  readonly largest: number;
  /** The fewest and most bytes of one character. */
  readonly narrowest: number;
  readonly widest: number;
}

export const ANY_TEXT: TextSize = { smallest: 0, largest: UNBOUNDED, ...ANY_CHARACTER };

interface Part extends TextSize {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const EMPTY: Part = { smallest: 0, largest: 0, narrowest: 6, widest: 0, isFirst: false, isLast: false };

/** The sizes of the texts in which a pattern matches somewhere. A pattern that is not read counts as one that all texts match. */
export function patternSize(pattern: string, isCaseIgnored = false): TextSize {
  const expression = parsePattern(pattern, isCaseIgnored);
  const part = expression === null ? null : sizeOf(expression);
  if (part === null) return ANY_TEXT;
  const { smallest, largest, narrowest, widest, isFirst, isLast } = part;
  // Before and after a match that is not held at both ends, anything may stand.
  if (!isFirst || !isLast) return { ...ANY_TEXT, smallest };
  return { smallest, largest, narrowest, widest };
}

/** Whether every match of a pattern begins and ends with the text; null for a pattern that is not read, or matches nothing. */
export function patternAnchors(pattern: string): { readonly start: boolean; readonly end: boolean } | null {
  const expression = parsePattern(pattern);
  const part = expression === null ? null : sizeOf(expression);
  return part && { start: part.isFirst, end: part.isLast };
}

/** Null for an expression that matches nothing. */
function sizeOf(expression: Expression): Part | null {
  switch (expression.kind) {
    case "char": {
      const bytes = characterBytes(expression.set);
      return bytes && { ...EMPTY, ...bytes, smallest: bytes.narrowest, largest: bytes.widest };
    }
    case "start":
      return { ...EMPTY, isFirst: true };
    case "end":
      return { ...EMPTY, isLast: true };
    case "sequence":
      return joined(expression.parts.map(sizeOf));
    case "choice":
      return chosen(expression.parts.map(sizeOf).filter((part) => part !== null));
    case "repeat":
      return repeated(sizeOf(expression.part), expression.minimum, expression.maximum);
  }
}

function joined(parts: readonly (Part | null)[]): Part | null {
  let whole = EMPTY;
  for (const part of parts) {
    if (part === null) return null;
    whole = {
      smallest: whole.smallest + part.smallest,
      largest: whole.largest + part.largest,
      ...characters([whole, part]),
      // What an anchor forces to be empty stays counted, which only widens the bounds.
      isFirst: whole.isFirst || part.isFirst,
      isLast: whole.isLast || part.isLast,
    };
  }
  return whole;
}

function chosen(parts: readonly Part[]): Part | null {
  if (parts.length === 0) return null;
  return {
    smallest: Math.min(...parts.map(({ smallest }) => smallest)),
    largest: Math.max(...parts.map(({ largest }) => largest)),
    ...characters(parts),
    isFirst: parts.every(({ isFirst }) => isFirst),
    isLast: parts.every(({ isLast }) => isLast),
  };
}

function repeated(part: Part | null, minimum: number, maximum: number): Part | null {
  if (part === null) return minimum === 0 ? EMPTY : null;
  return {
    ...part,
    smallest: times(part.smallest, minimum),
    largest: times(part.largest, maximum),
    isFirst: part.isFirst && minimum > 0,
    isLast: part.isLast && minimum > 0,
  };
}

function characters(parts: readonly Part[]): Pick<Part, "narrowest" | "widest"> {
  return {
    narrowest: Math.min(...parts.map(({ narrowest }) => narrowest)),
    widest: Math.max(...parts.map(({ widest }) => widest)),
  };
}
