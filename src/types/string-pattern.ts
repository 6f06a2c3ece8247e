import type { StringPart } from "./shape.js";

/** A plain or escaped character that stands for itself: ASCII that means nothing else, and letters of any script. */
const LITERAL = String.raw`(?:[\p{L}0-9 !"#%&',\-/:;<=>@_~]|\\[^\p{L}\p{N}\s_])`;
/** Terms that surely take characters of their own between a prefix and a suffix. */
const MIDDLE = String.raw`(?:\.|\\[wdSWD]|\[[^\]\\[]+\])[*+]\??`;

const EXACT = new RegExp(`^\\^(${LITERAL}*)\\$$`, "u");
const ALTERNATIVES = new RegExp(`^\\^\\((?:\\?:)?(${LITERAL}+(?:\\|${LITERAL}+)*)\\)\\$$`, "u");
const BOTH_ENDS = new RegExp(`^\\^(${LITERAL}*)${MIDDLE}(${LITERAL}*)\\$$`, "u");
const START = new RegExp(`^\\^(${LITERAL}*)`, "u");

/**
 * The strings that a `pattern` leaves, where TypeScript can say it: exact texts, or a fixed start and end.
 * Null where the pattern says nothing that a type could repeat. Every string that matches is in the result.
 */
export function readPattern(pattern: string): readonly StringPart[] | null {
  const exact = EXACT.exec(pattern);
  if (exact) return [{ kind: "literal", value: withoutEscapes(exact[1] ?? "") }];
  const alternatives = ALTERNATIVES.exec(pattern);
  if (alternatives) return splitAlternatives(alternatives[1] ?? "").map((text) => ({ kind: "literal", value: text }));
  if (hasTopLevelAlternative(pattern)) return null;
  const ends = BOTH_ENDS.exec(pattern);
  if (ends) return template(withoutEscapes(ends[1] ?? ""), withoutEscapes(ends[2] ?? ""));
  const start = START.exec(pattern);
  if (start === null) return null;
  const prefix = start[1] ?? "";
  const quantified = /^[*+?{]/.test(pattern.slice(start[0].length));
  return template(withoutEscapes(quantified ? dropLast(prefix) : prefix), "");
}

function template(prefix: string, suffix: string): readonly StringPart[] | null {
  return prefix === "" && suffix === "" ? null : [{ kind: "template", prefix, suffix }];
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

function dropLast(text: string): string {
  return text.replace(/\\?.$/u, "");
}

function splitAlternatives(text: string): readonly string[] {
  return (text.match(/(?:\\.|[^|\\])+/g) ?? []).map(withoutEscapes);
}

/** Whether `|` divides the whole pattern, so that its start binds only one side. */
function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) return true;
  }
  return false;
}
