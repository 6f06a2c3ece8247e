import { automatonOf } from "./automaton.js";
import { isDeterministicPattern } from "./deterministic-pattern.js";

/** Says whether a pattern matches somewhere in a text, in Unicode mode as the validators ask. */
export type Matcher = (text: string) => boolean;

const MOST_KNOWN = 10_000;

const known = new Map<string, Matcher | null>();
const native = new Map<string, Matcher>();

/**
 * What matches a pattern in time that does not grow exponentially with the text: the platform's engine where it cannot backtrack
 * far, else an automaton. Null for the few patterns that are beyond both.
 */
export function matcherOf(pattern: string): Matcher | null {
  const remembered = known.get(pattern);
  if (remembered !== undefined) return remembered;
  if (known.size > MOST_KNOWN) known.clear();
  const made = makeMatcher(pattern);
  known.set(pattern, made);
  return made;
}

function makeMatcher(pattern: string): Matcher | null {
  if (!/[*+?{]/u.test(pattern) || isDeterministicPattern(pattern)) return tried(nativeMatcher(pattern));
  const automaton = automatonOf(pattern);
  if (automaton === null) return isShallow(pattern) ? tried(nativeMatcher(pattern)) : null;
  return (text) => {
    let states = automaton.start();
    for (const char of text) {
      if (automaton.isSettled(states)) return true;
      states = automaton.step(states, char.codePointAt(0) ?? 0);
    }
    return automaton.isAccepted(states, text === "");
  };
}

/** The platform's engine, whatever time it takes. A pattern is compiled once. */
export function nativeMatcher(pattern: string): Matcher {
  const remembered = native.get(pattern);
  if (remembered !== undefined) return remembered;
  const expression = new RegExp(pattern, "u");
  const made: Matcher = (text) => expression.test(text);
  if (native.size > MOST_KNOWN) native.clear();
  native.set(pattern, made);
  return made;
}

/** The matcher, if it works: an engine finds only at the first text that an expression is too large for it. */
function tried(matcher: Matcher): Matcher | null {
  try {
    matcher("");
    return matcher;
  } catch {
    return null;
  }
}

/** A group without groups in it: what it holds, and how often it may come. */
const INNERMOST_GROUP = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)([*+]|\{\d+(?:,\d*)?\})?/gu;

/**
 * Whether nothing repeats that holds a repetition or a choice itself, so that a match takes polynomial time. No for many patterns
 * that take no longer.
 */
function isShallow(pattern: string): boolean {
  // What is escaped and what is in a class means nothing here.
  const plain = pattern.replace(/\\./gsu, "x").replace(/\[[^\]]*\]/gu, "x");
  // A count that is exact leaves nothing to try.
  let text = plain.replace(/([^()])\{\d+\}/gu, "$1");
  for (;;) {
    let isDeep = false;
    const outer = text.replace(INNERMOST_GROUP, (_, inner: string, repeats: string | undefined) => {
      const holdsRepeats = /[*+?{]/u.test(inner);
      isDeep ||= repeats !== undefined && (holdsRepeats || inner.includes("|"));
      const varies = repeats !== undefined && !/^\{\d+\}$/u.test(repeats);
      return varies || holdsRepeats ? "x*" : "x";
    });
    if (isDeep) return false;
    if (outer === text) return !text.includes("(");
    text = outer;
  }
}
