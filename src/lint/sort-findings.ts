import type { Finding } from "./finding.js";

/**
 * The findings by file, line, column, rule and message, each once: a place that several tokens share is reported for
 * the first of them.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const distinct = findings.filter((finding) => {
    const key = JSON.stringify(placeOf(finding));
    return !seen.has(key) && seen.add(key);
  });
  return distinct.sort((a, b) => compare(placeOf(a), placeOf(b)));
}

function placeOf({ location, rule, message }: Finding): readonly (string | number)[] {
  return [location.file, location.line ?? 0, location.column ?? 0, rule, message, location.pointer ?? ""];
}

/** By code unit and never by locale, so that every machine has the same order. */
function compare(left: readonly (string | number)[], right: readonly (string | number)[]): number {
  for (const [index, a] of left.entries()) {
    const b = right[index] ?? "";
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
