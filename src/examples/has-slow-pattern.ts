import { matcherOf } from "../containment/regular/match-pattern.js";

/** Whether a schema has a pattern, for values or for names, that no text can be tried against in a time that is known. */
export function hasSlowPattern(schema: object): boolean {
  const pending: unknown[] = [schema];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (name === "pattern" && typeof value === "string" && isSlow(value)) return true;
      if (name === "patternProperties" && typeof value === "object" && value !== null) {
        if (Object.keys(value).some(isSlow)) return true;
      }
      if (typeof value === "object" && value !== null) pending.push(value);
    }
  }
  return false;
}

/** A word that only looks like a pattern, as of a claim that is called so, need not be one. */
function isSlow(pattern: string): boolean {
  try {
    return matcherOf(pattern) === null;
  } catch {
    return false;
  }
}
