import { isDeterministicPattern } from "../containment/regular/deterministic-pattern.js";
import type { Project } from "../model/model.js";

/** How the time of matching grows with the length of the text, by the library `recheck`. */
export type PatternTime =
  | { readonly kind: "linear" }
  | { readonly kind: "polynomial"; readonly degree: number }
  | { readonly kind: "exponential" }
  /** Not decided within the time that a pattern gets, or beyond what the library reads. */
  | { readonly kind: "unknown" };

/** Milliseconds for one pattern. */
const TIMEOUT = 3_000;
/** After so many patterns that ran into it, the others of the project get less. */
const MOST_TIMEOUTS = 5;
const BRIEF_TIMEOUT = 100;

interface Search {
  readonly known: Map<string, PatternTime>;
  timeouts: number;
}

/** What each project's patterns were found to be: patterns repeat, and two rules ask. */
const searches = new WeakMap<Project, Search>();

/** How much time a pattern takes in Unicode mode. Loads the library only for a pattern that is not simple. */
export async function timeOfPattern(pattern: string, project: Project): Promise<PatternTime> {
  // Without a quantifier a match is tried in as many steps as the pattern has characters.
  if (!/[*+?{]/u.test(pattern) || isDeterministicPattern(pattern)) return { kind: "linear" };
  const search = searches.get(project) ?? { known: new Map<string, PatternTime>(), timeouts: 0 };
  searches.set(project, search);
  const time = search.known.get(pattern) ?? (await check(pattern, search));
  search.known.set(pattern, time);
  return time;
}

async function check(pattern: string, search: Search): Promise<PatternTime> {
  const { default: recheck } = await import("recheck/lib/browser.js");
  const timeout = search.timeouts < MOST_TIMEOUTS ? TIMEOUT : BRIEF_TIMEOUT;
  const result = recheck.checkSync(pattern, "u", { timeout });
  if (result.status === "safe") return { kind: "linear" };
  if (result.status === "unknown") {
    if (result.error.kind === "timeout") search.timeouts += 1;
    return { kind: "unknown" };
  }
  const { complexity } = result;
  return complexity.type === "polynomial" ? { kind: "polynomial", degree: complexity.degree } : { kind: "exponential" };
}
